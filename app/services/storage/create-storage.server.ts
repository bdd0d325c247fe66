import path from 'node:path';
import { createLocalDiskStorage } from './local-disk.server';
import { createS3Storage, type S3Settings } from './s3.server';
import type { StoragePort } from './storage-port';

/** The object store when it is set up, otherwise `files/` in the data folder. */
export function createStorage(settings: { readonly s3: S3Settings | null; readonly dataDir: string }): StoragePort {
  return settings.s3 === null ? createLocalDiskStorage(path.join(settings.dataDir, 'files')) : createS3Storage(settings.s3);
}
