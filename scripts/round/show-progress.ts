/** One line on stderr that is written over; on a pipe, one line per message. */
export function showProgress(message: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r${message}\u001b[K` : `${message}\n`);
}
