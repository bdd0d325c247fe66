import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { segmentsOfKey } from './storage-key';
import type { StoragePort } from './storage-port';

/** No key begins with a dot, so nothing stored can collide with the folder of unfinished files. */
const UNFINISHED = '.unfinished';
const ABANDONED_AFTER_MS = 3_600_000;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a process that was killed while writing left behind. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(file, { force: true });
  }
}

/**
 * Files under one folder of this machine. A file is written beside the others, flushed and renamed into place, so that after a crash or on a
 * full disk a key holds all bytes or nothing.
 */
export function createLocalDiskStorage(rootFolder: string): StoragePort {
  const root = path.resolve(rootFolder);
  const unfinished = path.join(root, UNFINISHED);
  const fileOf = (key: string): string => path.join(root, ...segmentsOfKey(key));
  let prepared: Promise<void> | null = null;

  const prepare = async (): Promise<void> => {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await removeAbandoned(unfinished);
  };

  return {
    async put(key, bytes) {
      const file = fileOf(key);
      prepared ??= prepare();
      await prepared.catch((error: unknown) => {
        prepared = null;
        throw error;
      });
      const draft = path.join(unfinished, randomUUID());
      try {
        const handle = await open(draft, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
        await rename(draft, file);
        await syncFolder(path.dirname(file));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(key) {
      const handle = await open(fileOf(key), constants.O_RDONLY | constants.O_NOFOLLOW);
      return handle.createReadStream();
    },
    exists: async (key) =>
      access(fileOf(key)).then(
        () => true,
        () => false,
      ),
    async delete(key) {
      await rm(fileOf(key), { force: true });
    },
  };
}
