import path from 'node:path';
import { runRound } from './round/run-round';
import { callerFolder } from './set-up/caller-folder.mjs';
import { Refusal } from './set-up/refusal.mjs';

const USAGE = '用法：npm run -s round -- 任务文件.json --out 输出目录';

/** `npm run -s round -- FILE.json --out DIR`: a whole round from one file, without a browser and without keeping anything but DIR. */
function readArguments(args: readonly string[]): { file: string; out: string } {
  const outAt = args.indexOf('--out');
  const out = outAt < 0 ? undefined : args[outAt + 1];
  const files = args.filter((_, index) => outAt < 0 || (index !== outAt && index !== outAt + 1));
  const [file] = files;
  if (file === undefined || out === undefined || files.length !== 1 || file.startsWith('-')) throw new Refusal(USAGE);
  return { file: path.resolve(callerFolder, file), out: path.resolve(callerFolder, out) };
}

/** Exit code 2: the call or the file is wrong. 1: the round ran and something in it failed. */
async function run(): Promise<void> {
  try {
    const summary = await runRound(readArguments(process.argv.slice(2)));
    process.stdout.write(`${JSON.stringify(summary)}\n`);
    if (summary.failed.length > 0) process.exitCode = 1;
  } catch (error) {
    const isRefusal = error instanceof Error && ['Refusal', 'RoundFileError', 'EmbeddedPostgresError'].includes(error.name);
    process.stderr.write(`\n${isRefusal ? (error as Error).message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = isRefusal ? 2 : 1;
  }
}

void run();
