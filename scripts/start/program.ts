import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { node24, rootFolder } from '../set-up/root-folder.mjs';

export interface Program {
  /** As messages call it: 网站、后台任务. */
  readonly title: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Absent: output goes to the terminal, and the program restarts when its files change. */
  readonly logPlace: string | undefined;
}

export interface RunningProgram {
  readonly pid: number | undefined;
  /** Resolves when the process has ended, with how. */
  readonly ended: Promise<string>;
  lastLogLines(count: number): string;
  stop(): Promise<void>;
}

const stopGraceMs = 10_000;
const keptLogBytes = 10_000_000;

/** A process group of its own: Ctrl-C reaches only the starter, which ends its programs in their order. */
export function startProgram(program: Program): RunningProgram {
  const log = program.logPlace === undefined ? undefined : openLog(program.logPlace);
  const watch = program.logPlace === undefined ? ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false'] : ['--import', 'tsx'];
  const child = spawn(node24, ['--import', './scripts/set-up/end-with-parent.mjs', ...watch, program.file], {
    cwd: rootFolder,
    env: { ...process.env, ...program.environment },
    stdio: ['ignore', log ?? 'inherit', log ?? 'inherit', 'ipc'],
    detached: true,
  });
  if (log !== undefined) closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `信号 ${signal}` : `退出码 ${code}`));
  });
  void ended.then(() => sweepGroup(child));
  return {
    pid: child.pid,
    ended,
    lastLogLines: (count) => (program.logPlace === undefined ? '' : lastLines(readFileSync(program.logPlace, 'utf8'), count)),
    stop: () => stop(child, ended),
  };
}

/** The log of the start before is kept once, so that it cannot grow from start to start. */
function openLog(place: string): number {
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  const size = statSync(place, { throwIfNoEntry: false })?.size ?? 0;
  if (size > keptLogBytes) renameSync(place, `${place}.1`);
  return openSync(place, 'a', 0o600);
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), stopGraceMs);
    await ended;
    clearTimeout(force);
  }
  sweepGroup(child);
}

/** Ends what the program itself had started and left behind. */
function sweepGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is empty.
  }
}

const longestLine = 300;

/** The end of a log for a message: a line that carries a whole error object is cut. */
export function lastLines(text: string, count: number): string {
  const lines = text.trimEnd().split('\n').slice(-count);
  return lines.map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line)).join('\n');
}
