import { spawn } from 'node:child_process';
import path from 'node:path';
import { node24, rootFolder } from '../set-up/root-folder.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

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
  // The terminal's Ctrl-C reaches the tool by itself, a signal sent to us does not.
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${run.tool}: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code));
  }).finally(() => {
    for (const signal of signals) process.off(signal, pass);
  });
}
