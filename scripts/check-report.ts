import { checkFile } from './check-report/check-file';
import { callerFolder } from './set-up/caller-folder.mjs';

const USAGE = '用法：npm run -s check-report -- 自评报告.txt';

/**
 * `npm run -s check-report -- REPORT.txt`: what a plain-text report says, what could not be read, which figures are right and what the checks find, as
 * one JSON document. Exit code 2: the call or the file is wrong; then one sentence on stderr and nothing on stdout.
 */
async function run(): Promise<void> {
  const [name, ...others] = process.argv.slice(2);
  if (name === undefined || others.length > 0 || name.startsWith('-')) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const result = await checkFile(name, callerFolder);
  if (result.ok) process.stdout.write(`${JSON.stringify(result.document, null, 2)}\n`);
  else {
    process.stderr.write(`${result.message}\n`);
    process.exitCode = 2;
  }
}

// Whoever reads may stop early (| head).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
