import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { segmentsOfKey } from './storage-key';
import type { StoragePort } from './storage-port';

export interface S3Settings {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const TIMEOUT_MS = 30_000;

/** Files in one bucket of an S3-compatible store, addressed by path (`endpoint/bucket/key`). The store makes each PUT atomic. */
export function createS3Storage(settings: S3Settings): StoragePort {
  const client = new AwsClient({ accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey, region: settings.region, service: 's3', retries: 3 });
  const base = `${settings.endpoint.replace(/\/+$/, '')}/${settings.bucket}`;
  const urlOf = (key: string): string => `${base}/${segmentsOfKey(key).join('/')}`;

  const call = async (method: string, key: string, init: { body?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {}): Promise<Response> => {
    const response = await client.fetch(urlOf(key), { method, ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) {
      await response.body?.cancel();
      throw Object.assign(new Error(`Object store answered ${response.status} to ${method}`), { status: response.status });
    }
    return response;
  };
  const unlessAbsent = (error: unknown): void => {
    if ((error as { status?: number }).status !== 404) throw error;
  };

  return {
    async put(key, bytes, { contentType }) {
      // The signed hash makes the store refuse bytes that were damaged on the way.
      const hash = createHash('sha256').update(bytes).digest('hex');
      const response = await call('PUT', key, { body: new Uint8Array(bytes), headers: { 'content-type': contentType, 'x-amz-content-sha256': hash } });
      await response.body?.cancel();
    },
    async get(key) {
      const { body } = await call('GET', key);
      return body === null ? Readable.from([]) : Readable.fromWeb(body as WebStream<Uint8Array>);
    },
    exists: async (key) =>
      call('HEAD', key).then(
        () => true,
        (error: unknown) => {
          unlessAbsent(error);
          return false;
        },
      ),
    async delete(key) {
      await call('DELETE', key).catch(unlessAbsent);
    },
  };
}
