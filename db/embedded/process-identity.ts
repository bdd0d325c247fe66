import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, type Stats } from 'node:fs';

/** A process id alone is reused by the system; together with the start time it names one process. */
export type ProcessIdentity = { pid: number; startedAt: string };

export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const startedAt = startTime(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isSameProcessAlive(identity: ProcessIdentity): boolean {
  return startTime(identity.pid) === identity.startedAt;
}

function startTime(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    }
    // The program name, in parentheses, may itself contain spaces and parentheses: count fields after the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent has not noticed yet.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Whether the process is a PostgreSQL of that data folder: its processes all work in it. */
export function worksInFolder(pid: number, folder: string): boolean {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder);
    }
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')) return false;
    const wanted = statSync(folder);
    const cwd = workingFolder(pid);
    // Unknown where the system hides other users' processes even from root: PostgreSQL's own lock decides then.
    return cwd === undefined || (cwd.dev === wanted.dev && cwd.ino === wanted.ino);
  } catch {
    return false;
  }
}

function workingFolder(pid: number): Stats | undefined {
  try {
    return statSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
