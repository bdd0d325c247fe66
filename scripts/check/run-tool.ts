import { spawn } from 'node:child_process';
import path from 'node:path';
import { node24, rootFolder } from '../set-up/root-folder.mjs';

export interface ToolRun {
  /** Name in node_modules/.bin. */
  readonly tool: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a tool of node_modules under Node 24, its output on the terminal. Returns its exit code; null when it was killed. */
export function runTool(run: ToolRun): Promise<number | null> {
  const binaries = path.join(rootFolder, 'node_modules/.bin');
  const child = spawn(node24, [path.join(binaries, run.tool), ...run.args], {
    cwd: rootFolder,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${binaries}${path.delimiter}${process.env['PATH'] ?? ''}`, ...run.environment },
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${run.tool}: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code));
  });
}
