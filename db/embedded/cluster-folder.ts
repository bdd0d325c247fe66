import { chmod, chown, lchown, lstat, mkdir, open, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { superuserRole } from './connection-file';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { makeDataFolder, unusableDataFolder } from './make-folder';
import type { RunAs } from './run-as';
import { runToEnd } from './run-to-end';

const majorVersion = '18';

/** Each major version keeps its own folder: PostgreSQL cannot open another's files. */
export function clusterFolder(dataDir: string): string {
  return path.join(dataDir, `cluster-${majorVersion}`);
}

/** The folder stays the caller's, and open enough for the server's user to pass through. */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  makeDataFolder(dataDir);
  try {
    await chmod(dataDir, 0o711);
    const probe = path.join(dataDir, `.writable-${process.pid}`);
    await writeFile(probe, '');
    await unlink(probe);
  } catch (error) {
    throw unusableDataFolder(dataDir, error);
  }
}

/**
 * The -D argument under which the server's user can open the cluster. Below a folder closed to that user (a checkout in
 * /root) no path leads there, but a process started inside it by root may stay: Linux names its place /proc/self/cwd.
 */
export async function reachableClusterPath(cluster: string, runAs: RunAs): Promise<string> {
  for (const candidate of [cluster, '/proc/self/cwd']) {
    const probe = 'cd "$1" && test -w "$1"';
    const result = await runToEnd('/bin/sh', ['-c', probe, 'sh', candidate], { runAs, cwd: cluster });
    if (result.code === 0) return candidate;
  }
  throw new EmbeddedPostgresError(
    `数据目录 ${cluster} 对运行 PostgreSQL 的用户不可达（上级目录未开放）。请用 HENGJI_DATA_DIR 指向一个可达的目录，例如 HENGJI_DATA_DIR=/var/lib/hengji。`,
  );
}

export async function hasCluster(cluster: string): Promise<boolean> {
  return (await lstat(path.join(cluster, 'PG_VERSION')).catch(() => undefined)) !== undefined;
}

/** A restored copy, or a chown over the whole checkout, may have given root the files: the server's user takes them back. */
export async function takeOverFromRoot(cluster: string, runAs: RunAs): Promise<void> {
  if (runAs === undefined || (await lstat(cluster)).uid === runAs.uid) return;
  const pending = [cluster];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    await lchown(place, runAs.uid, runAs.gid);
    if (!(await lstat(place)).isDirectory()) continue;
    for (const name of await readdir(place)) pending.push(path.join(place, name));
  }
}

/** Creates the cluster under another name and renames it: an interrupted creation is repeated, never half used. */
export async function createCluster(input: {
  dataDir: string;
  nativeFolder: string;
  runAs: RunAs;
  superuserPassword: string;
  durable: boolean;
}): Promise<void> {
  const cluster = clusterFolder(input.dataDir);
  const draft = `${cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (input.runAs) await chown(draft, input.runAs.uid, input.runAs.gid);
  const target = await reachableClusterPath(draft, input.runAs);
  const result = await initialise(draft, target, input);
  if (result.code !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new EmbeddedPostgresError(
      `PostgreSQL 数据目录初始化失败（${cluster}）：${lastLines(result.output, 5)}\n请检查磁盘空间与目录权限，或用 HENGJI_DATA_DIR 换一个目录。`,
    );
  }
  if ((await readdir(cluster).catch(() => [])).length === 0) await rm(cluster, { recursive: true, force: true });
  await rename(draft, cluster);
}

/** The password reaches initdb as an open, already unlinked file on its standard input. */
async function initialise(
  draft: string,
  target: string,
  input: { dataDir: string; nativeFolder: string; runAs: RunAs; superuserPassword: string; durable: boolean },
) {
  const passwordPlace = path.join(input.dataDir, `.initdb-${process.pid}`);
  await writeFile(passwordPlace, `${input.superuserPassword}\n`, { mode: 0o600 });
  if (input.runAs) await chown(passwordPlace, input.runAs.uid, input.runAs.gid);
  const password = await open(passwordPlace, 'r');
  await unlink(passwordPlace);
  try {
    return await runToEnd(
      path.join(input.nativeFolder, 'bin/initdb'),
      [
        '-D',
        target,
        `--username=${superuserRole}`,
        '--pwfile=/dev/stdin',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(input.durable ? [] : ['--no-sync']),
      ],
      { runAs: input.runAs, cwd: draft, stdin: password.fd },
    );
  } finally {
    await password.close();
  }
}

export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
