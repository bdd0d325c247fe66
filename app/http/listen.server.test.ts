import express from 'express';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { listen, PortInUseError, stopListening } from './listen.server';

test('a port in use is told apart from other failures', async () => {
  const first = await listen(express(), { host: '127.0.0.1', port: 0 });
  const { port } = first.address() as AddressInfo;
  await expect(listen(express(), { host: '127.0.0.1', port })).rejects.toBeInstanceOf(PortInUseError);
  await expect(listen(express(), { host: 'no.such.host.invalid', port: 0 })).rejects.not.toBeInstanceOf(PortInUseError);
  await stopListening(first, 0);
});

test('a stop waits for a request under way', async () => {
  const app = express();
  let finish = () => {};
  const arrived = new Promise<void>((resolve) => {
    app.get('/slow', (_req, res) => {
      finish = () => res.send('done');
      resolve();
    });
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  const answer = fetch(`http://127.0.0.1:${port}/slow`).then((response) => response.text());
  await arrived;
  let isStopped = false;
  const stopped = stopListening(server, 60_000).then(() => (isStopped = true));
  await expect(fetch(`http://127.0.0.1:${port}/slow`)).rejects.toThrow();
  expect(isStopped).toBe(false);
  finish();
  expect(await answer).toBe('done');
  await stopped;
});

test('a stop cuts what does not end within its limit', async () => {
  const app = express();
  const arrived = new Promise<void>((resolve) => app.get('/hanging', () => resolve()));
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const answer = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hanging`).then(
    () => 'answered',
    () => 'cut',
  );
  await arrived;
  await stopListening(server, 20);
  expect(await answer).toBe('cut');
});
