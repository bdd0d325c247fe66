import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface WorkerProcess {
  readonly pid: number;
  /** Lines it has logged so far. */
  readonly lines: readonly string[];
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A worker as operators start it, in a process group of its own, with this environment and no other; resolves when it says that it is ready. */
export async function startWorkerProcess(environment: Readonly<Record<string, string | undefined>>, file = 'workers/main.ts'): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env: { ...environment } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lines: string[] = [];
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? -1));
  });
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (line.includes('workers ready')) resolve();
      });
    }
  });
  const failed = ended.then((how) => {
    throw new Error(`the worker ended (${how}) before it was ready:\n${lines.join('\n')}`);
  });
  failed.catch(() => undefined);
  await Promise.race([ready, failed]);
  const { pid } = child;
  if (pid === undefined) throw new Error('the worker has no process id');
  return { pid, lines, ended, kill: (signal) => child.kill(signal) };
}

/** Ends whatever a killed worker left in its process group. */
export function sweep(worker: WorkerProcess): void {
  try {
    process.kill(-worker.pid, 'SIGKILL');
  } catch {
    // The group is empty.
  }
}
