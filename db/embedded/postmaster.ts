import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lastLines } from './cluster-folder';
import { worksInFolder } from './process-identity';
import type { RunAs } from './run-as';
import { serverEnvironment } from './run-to-end';
import { startWatchdog } from './watchdog';

export type Postmaster = {
  pid: number;
  /** Resolves when the server ended, with the last lines of its log. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

export type ServerSettings = Record<string, string>;

const stopGraceMs = 20_000;

/** Starts the server in a session of its own, so that a Ctrl-C in the terminal does not reach it before its clients end. */
export async function startPostmaster(input: {
  nativeFolder: string;
  cluster: string;
  clusterArgument: string;
  logPlace: string;
  runAs: RunAs;
  settings: ServerSettings;
  /** Removed by the watchdog when this process dies. */
  disposableFolder?: string;
}): Promise<Postmaster> {
  const log = await open(input.logPlace, 'w', 0o600);
  const flags = Object.entries(input.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(path.join(input.nativeFolder, 'bin/postgres'), ['-D', input.clusterArgument, ...flags], {
    cwd: input.cluster,
    env: serverEnvironment,
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
    ...input.runAs,
  });
  const ended = endOf(child, input.logPlace);
  try {
    await once(child, 'spawn');
  } finally {
    await log.close();
  }
  const pid = child.pid as number;
  const watchdog = startWatchdog({ pid, cluster: input.cluster, runAs: input.runAs, disposableFolder: input.disposableFolder });
  void ended.then(() => watchdog.dismiss());
  return { pid, ended, stop: () => stopChild(child, ended) };
}

async function endOf(child: ChildProcess, logPlace: string): Promise<string> {
  const how = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const log = await readFile(logPlace, 'utf8').catch(() => '');
  return `${how}\n${lastLines(log, 8)}`;
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, files are left clean. */
async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGINT');
    const force = setTimeout(() => child.kill('SIGQUIT'), stopGraceMs);
    await ended;
    clearTimeout(force);
  }
  await ended;
}

/** The process id of a server that is still at work in the cluster; a leftover file of a dead one yields undefined. */
export async function findRunningPostmaster(cluster: string): Promise<number | undefined> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 && worksInFolder(pid, cluster) ? pid : undefined;
}

/** Ends a server whose starter was killed. Returns false when it outlives the grace. */
export async function stopOrphan(cluster: string, graceMs = stopGraceMs): Promise<boolean> {
  const pid = await findRunningPostmaster(cluster);
  if (pid === undefined) return true;
  signal(pid, 'SIGINT');
  const until = Date.now() + graceMs;
  while (worksInFolder(pid, cluster)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile.
  }
}
