import type { Readable } from 'node:stream';

/**
 * Where files lie (local disk or S3). Keys are made by the server from ids (`<bureau id>/reports/<report id>.pdf`), never from a name a
 * person typed. `put` is atomic: a key is either absent or holds all bytes. `get` rejects and `delete` does nothing when the key is absent.
 */
export interface StoragePort {
  put(key: string, bytes: Uint8Array, options: { contentType: string }): Promise<void>;
  get(key: string): Promise<Readable>;
  exists(key: string): Promise<boolean>;
  delete(key: string): Promise<void>;
}
