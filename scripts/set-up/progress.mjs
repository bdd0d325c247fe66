// A terminal that was closed, or a reader that has gone, must not end the work: it is stopped in order, unheard.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** Speaks on standard error only: standard output belongs to the command's result. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs one step and reports it on one line: what, how it went, how long. `run` may return a word for "done". */
export async function step(number, total, title, run) {
  process.stderr.write(`[${number}/${total}] ${title} … `);
  const started = Date.now();
  try {
    const result = await run();
    const word = result !== null && typeof result === 'object' && typeof result.done === 'string' ? result.done : '完成';
    process.stderr.write(`${word}（${seconds(Date.now() - started)}）\n`);
    return result;
  } catch (error) {
    process.stderr.write(`未完成（${seconds(Date.now() - started)}）\n`);
    throw error;
  }
}

export function seconds(milliseconds) {
  const value = milliseconds / 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} 秒`;
}
