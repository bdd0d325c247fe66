import { mkdtemp, readdir, rm, symlink, utimes, writeFile, mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStorage } from './create-storage.server';
import { createLocalDiskStorage } from './local-disk.server';
import { createS3Storage } from './s3.server';
import type { StoragePort } from './storage-port';
import { startSignedObjectStore, type SignedObjectStore } from './testing/signed-object-store';

const KEY = '0199aaaa-0000-7000-8000-000000000001/reports/abc.pdf';
const HOSTILE = ['../x', 'a/../../x', '/etc/passwd', 'a//b', 'a/./b', '', 'a\\..\\b', 'a/\0b', '.hidden', 'a/.unfinished', 'a%2e%2e/b', 'C:/x', 'a/'.repeat(9) + 'b', '甲/乙'];

const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-files-'));
  folders.push(folder);
  return folder;
};
let store: SignedObjectStore;

beforeAll(async () => {
  store = await startSignedObjectStore();
});
afterAll(async () => {
  await store.stop();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

const kinds: [string, () => Promise<StoragePort>][] = [
  ['local disk', async () => createLocalDiskStorage(await newFolder())],
  ['S3', () => Promise.resolve(createS3Storage(store.settings))],
];

describe.each(kinds)('%s', (_name, open) => {
  it('gives back the bytes, replaces them, and forgets them', async () => {
    const storage = await open();
    const bytes = Uint8Array.from({ length: 70_000 }, (_item, at) => at % 251);
    await storage.put(KEY, bytes, { contentType: 'application/pdf' });
    expect(await storage.exists(KEY)).toBe(true);
    expect(new Uint8Array(await buffer(await storage.get(KEY)))).toEqual(bytes);
    await storage.put(KEY, Buffer.from('另一份'), { contentType: 'text/plain' });
    expect((await buffer(await storage.get(KEY))).toString()).toBe('另一份');
    await storage.delete(KEY);
    await storage.delete(KEY);
    expect(await storage.exists(KEY)).toBe(false);
    await expect(storage.get(KEY)).rejects.toThrow();
  });

  it.each(HOSTILE)('refuses the key %j', async (key) => {
    const storage = await open();
    for (const attempt of [() => storage.put(key, Buffer.from('x'), { contentType: 'text/plain' }), () => storage.get(key), () => storage.exists(key), () => storage.delete(key)]) {
      await expect((async () => attempt())()).rejects.toThrow(/Not a storage key/);
    }
  });
});

describe('local disk', () => {
  it('leaves no unfinished file behind when writing fails', async () => {
    const folder = await newFolder();
    const storage = createLocalDiskStorage(folder);
    await mkdir(path.join(folder, 'a', 'b'), { recursive: true });
    await expect(storage.put('a/b', Buffer.from('x'), { contentType: 'text/plain' })).rejects.toThrow();
    expect(await readdir(path.join(folder, '.unfinished'))).toEqual([]);
    expect(await readdir(path.join(folder, 'a', 'b'))).toEqual([]);
  });

  it('clears what a killed process left, and only that', async () => {
    const folder = await newFolder();
    const unfinished = path.join(folder, '.unfinished');
    await mkdir(unfinished);
    await writeFile(path.join(unfinished, 'old'), 'half');
    await writeFile(path.join(unfinished, 'being-written'), 'half');
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(path.join(unfinished, 'old'), yesterday, yesterday);
    await createLocalDiskStorage(folder).put('a', Buffer.from('x'), { contentType: 'text/plain' });
    expect(await readdir(unfinished)).toEqual(['being-written']);
  });

  it('does not follow a link out of the folder', async () => {
    const folder = await newFolder();
    await symlink('/etc/passwd', path.join(folder, 'link'));
    await expect(createLocalDiskStorage(folder).get('link')).rejects.toThrow(/ELOOP/);
  });
});

describe('S3', () => {
  it('is refused with a wrong secret, and says only the status', async () => {
    const storage = createS3Storage({ ...store.settings, secretAccessKey: 'wrong' });
    await expect(storage.put('a', Buffer.from('x'), { contentType: 'text/plain' })).rejects.toThrow('Object store answered 403 to PUT');
    await expect(storage.exists('a')).rejects.toThrow('403');
  });

  it('is used only when it is set up', async () => {
    const dataDir = await newFolder();
    await createStorage({ s3: null, dataDir }).put('only-here', Buffer.from('x'), { contentType: 'text/plain' });
    expect(await readdir(path.join(dataDir, 'files'))).toContain('only-here');
    expect(await createStorage({ s3: store.settings, dataDir }).exists('only-here')).toBe(false);
  });
});
