import { readdirSync, readFileSync } from 'node:fs';

export interface BrowserProcess {
  readonly pid: number;
  readonly command: string;
}

/** Processes whose command line holds `mark`; a zombie has an empty one and is found by its name and parent instead. */
export function processesWith(mark: string): BrowserProcess[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return command.includes(mark) ? [{ pid: Number(name), command }] : [];
    } catch {
      return [];
    }
  });
}

/** Children of this process that ended and were not waited for. */
export function zombieChildren(): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state === 'Z' && parent === String(process.pid) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}
