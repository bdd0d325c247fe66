import { scoreFile } from './score/score-files';
import { callerFolder } from './set-up/caller-folder.mjs';

const USAGE = '用法：npm run -s score -- 自评表.json [自评表.json …]';

/**
 * `npm run -s score -- TABLE.json …`: one JSON document per published table, one per line, in the order of the arguments. A file that is no such table prints
 * nothing on stdout and one sentence on stderr; the others are printed all the same. Exit code 2: the call or a file is wrong.
 */
async function run(): Promise<void> {
  const names = process.argv.slice(2);
  if (names.length === 0 || names.some((name) => name.startsWith('-'))) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  for (const name of names) {
    const result = await scoreFile(name, callerFolder);
    if (result.ok) process.stdout.write(`${JSON.stringify(result.document)}\n`);
    else {
      process.stderr.write(`${result.message}\n`);
      process.exitCode = 2;
    }
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
