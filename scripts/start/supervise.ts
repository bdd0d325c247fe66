import { say } from '../set-up/progress.mjs';
import { startProgram, type Program, type RunningProgram } from './program';

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;
const steadyMs = 60_000;

/** Doubles from one second to thirty; a program that had run for a minute starts over. */
export function nextDelay(previousMs: number | undefined, livedMs: number): number {
  if (previousMs === undefined || livedMs >= steadyMs) return firstDelayMs;
  return Math.min(previousMs * 2, longestDelayMs);
}

export interface Supervised {
  stop(): Promise<void>;
}

/** Starts the program again whenever it ends by itself, and says so. `first` is an instance that already runs. */
export function supervise(program: Program, first: RunningProgram): Supervised {
  const abort = new AbortController();
  let running = first;
  const keep = async () => {
    let delay: number | undefined;
    for (;;) {
      const started = Date.now();
      const how = await running.ended;
      if (abort.signal.aborted) return;
      delay = nextDelay(delay, Date.now() - started);
      say(`${program.title}进程意外结束（${how}），${delay / 1000} 秒后重新启动。${describeLog(program, running)}`);
      await pause(delay, abort.signal);
      if (abort.signal.aborted) return;
      running = startProgram(program);
    }
  };
  const kept = keep();
  return {
    stop: async () => {
      abort.abort();
      await running.stop();
      await kept;
    },
  };
}

export function describeLog(program: Program, running: RunningProgram): string {
  const lines = running.lastLogLines(8);
  return program.logPlace === undefined || lines === '' ? '' : `\n日志 ${program.logPlace} 的最后几行：\n${lines}`;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
