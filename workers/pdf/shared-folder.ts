import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

/** The uid and gid a root process gives its browser: nobody and nogroup, which own no file. */
export const NOBODY = 65534;

const ownUid = (): number => process.getuid?.() ?? 0;

/** Whether every folder above `path` lets other users pass: as root the browser runs as nobody and has to reach its files. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const mode = await stat(folder).then((found) => found.mode, () => 0);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

async function isUsableParent(folder: string): Promise<boolean> {
  const writable = await access(folder, constants.W_OK | constants.X_OK).then(() => true, () => false);
  return writable && (ownUid() !== 0 || (await isOpenToOthers(folder)));
}

/**
 * Folders that may hold unpacked browsers and prepared fonts, best first. /var/tmp outlives a restart and is not held in memory as /tmp
 * often is; a data folder can lie under a closed home and then only serves its own user.
 */
export async function usableCacheParents(preferred?: string): Promise<string[]> {
  const candidates = [...new Set([preferred, '/var/tmp', tmpdir(), '/tmp'].filter((path) => path !== undefined))];
  if (preferred !== undefined) await mkdir(preferred, { recursive: true }).catch(() => undefined);
  const usable: string[] = [];
  for (const candidate of candidates) if (await isUsableParent(candidate)) usable.push(candidate);
  return usable;
}

/** A shared temporary folder belongs to everybody: only a folder of our own that nobody else can write is trusted. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  return found !== null && found.isDirectory() && found.uid === ownUid() && (found.mode & 0o022) === 0;
}

/**
 * Fills `parent/name` once and returns its path; null when it cannot be made there. The folder is complete or absent: it is built under
 * another name and renamed, so two processes that start together, or one killed half-way, leave no half-filled folder behind.
 */
export async function buildOnce(parent: string, name: string, fill: (building: string, folder: string) => Promise<void>): Promise<string | null> {
  const folder = join(parent, `${name}-u${ownUid()}`);
  if (await isOurs(folder)) {
    if (await isComplete(folder)) return folder;
    await rm(folder, { recursive: true, force: true });
  }
  await sweepLeftovers(parent, `${basename(folder)}.`);
  const building = `${folder}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(building);
    await fill(building, folder);
    await writeFile(join(building, MANIFEST), JSON.stringify(await sizesIn(building)));
    await openToReaders(building);
    await rename(building, folder).catch(async (error: unknown) => {
      if (!(await isOurs(folder))) throw error;
    });
    return folder;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOSPC' || code === 'ENOTEMPTY' || code === 'EEXIST') return null;
    throw error;
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

const MANIFEST = 'complete.json';

async function sizesIn(folder: string): Promise<[name: string, size: number][]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Promise.all(paths.map(async (path) => [relative(folder, path), (await stat(path)).size]));
}

/** Temporary folders are tidied file by file after some weeks: a folder that lacks one is built again. */
async function isComplete(folder: string): Promise<boolean> {
  try {
    const listed = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as [string, number][];
    for (const [name, size] of listed) if ((await stat(join(folder, name))).size !== size) return false;
    return true;
  } catch {
    return false;
  }
}

/** Whatever the umask, other users may read and none but the owner may write. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const executable = entry.isDirectory() || ((await stat(path)).mode & constants.S_IXUSR) !== 0;
    await chmod(path, executable ? 0o755 : 0o644);
  }
}

/** Removes what processes that no longer run left in `parent`: entries named `prefix<pid>-…` of this user. */
export async function sweepLeftovers(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (!Number.isSafeInteger(pid) || pid === process.pid || isRunning(pid)) continue;
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
