import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { checkPort } from './port.mjs';

let server: Server | undefined;
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

function listen(): Promise<number> {
  return new Promise((resolve) => {
    server = createServer();
    server.listen(0, '127.0.0.1', () => resolve((server?.address() as AddressInfo).port));
  });
}

describe('checkPort', () => {
  test('refuses a port in use, naming it and the way out', async () => {
    const port = await listen();
    await expect(checkPort({ PORT: String(port) })).rejects.toThrow(
      `端口 ${port} 已被其他程序占用，无法启动网站。请先停止占用它的程序，或换一个端口：PORT=${port + 1} npm start`,
    );
  });

  test('accepts the port once it is free', async () => {
    const port = await listen();
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    await expect(checkPort({ PORT: String(port), HOST: '127.0.0.1' })).resolves.toBeUndefined();
  });

  test.each(['abc', '65536', '-1', '80.5'])('refuses PORT=%s', async (value) => {
    await expect(checkPort({ PORT: value })).rejects.toThrow('PORT 的值不是端口号');
  });

  test('refuses a HOST that is none of this machine', async () => {
    await expect(checkPort({ PORT: '0', HOST: '203.0.113.1' })).rejects.toThrow('EADDRNOTAVAIL');
  });
});
