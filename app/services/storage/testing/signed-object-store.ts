import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Settings } from '../s3.server';

export interface SignedObjectStore {
  readonly settings: S3Settings;
  stop(): Promise<void>;
}

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** AWS Signature Version 4 as the receiving side computes it. */
function signatureOf(request: IncomingMessage, secret: string): { readonly stated: string; readonly computed: string } {
  const { authorization = '' } = request.headers;
  const [, date = '', region = '', signedHeaders = '', stated = ''] = /Credential=[^/]+\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(authorization) ?? [];
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const url = new URL(request.url ?? '/', 'http://store');
  const canonical = [request.method, url.pathname, url.searchParams.toString(), headers.join(''), signedHeaders, request.headers['x-amz-content-sha256']].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], `${date}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secret}`, date), region));
  return { stated, computed: hmac(key, toSign).toString('hex') };
}

/** An object store with one bucket in memory that checks signatures and payload hashes: what tests of the S3 storage talk to. */
export async function startSignedObjectStore(): Promise<SignedObjectStore> {
  const objects = new Map<string, Buffer>();
  const secretAccessKey = 'test-secret';
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const { stated, computed } = signatureOf(request, secretAccessKey);
      const statedHash = request.headers['x-amz-content-sha256'];
      const end = (status: number, bytes?: Uint8Array): void => void response.writeHead(status).end(bytes);
      if (stated !== computed) return end(403);
      if (request.method === 'PUT' && statedHash !== sha256(body)) return end(400);
      const key = request.url ?? '';
      const found = objects.get(key);
      if (request.method === 'PUT') {
        objects.set(key, body);
        return end(200);
      }
      if (request.method === 'DELETE') {
        objects.delete(key);
        return end(204);
      }
      return found === undefined ? end(404) : end(200, request.method === 'HEAD' ? undefined : found);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: { endpoint: `http://127.0.0.1:${port}`, region: 'cn-south-1', bucket: 'reports', accessKeyId: 'test-key', secretAccessKey },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
