import { spawn } from 'node:child_process';
import type { RunAs } from './run-as';

export type RunResult = { code: number | null; output: string };

/** Locale and search path only: the caller's PG* variables must not steer the embedded server. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;

/** Runs one short program; a program that cannot be started is reported as code null, never thrown. */
export function runToEnd(
  program: string,
  args: string[],
  options: { runAs: RunAs; cwd: string; stdin?: number; env?: Record<string, string> },
): Promise<RunResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...serverEnvironment, ...options.env },
      stdio: [options.stdin ?? 'ignore', 'pipe', 'pipe'],
      ...options.runAs,
    });
    const collect = (chunk: Buffer) => (output += chunk.toString('utf8'));
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
