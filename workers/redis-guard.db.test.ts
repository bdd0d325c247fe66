import { afterEach, describe, expect, it } from 'vitest';
import { guardRedis } from './redis-guard';
import { QUEUE_BACKENDS, startPrivateRedis, titleOf } from './testing/queue-backends';

const redis = QUEUE_BACKENDS.find((backend) => backend.name === 'Redis')!;

describe.skipIf(redis.missing !== null)(`guard ${titleOf(redis)}`, () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
  const check = async (settings: Readonly<Record<string, string>>, production: boolean): Promise<readonly string[]> => {
    const server = await startPrivateRedis(settings);
    stops.push(server.stop);
    const warnings: string[] = [];
    await guardRedis(server.redisUrl, { production, warn: (message) => warnings.push(message) });
    return warnings;
  };

  it('accepts a Redis that keeps what it is given', async () => {
    expect(await check({}, true)).toEqual([]);
  });

  it('refuses one that drops jobs when memory is full, in production', async () => {
    await expect(check({ 'maxmemory-policy': 'allkeys-lru' }, true)).rejects.toThrow(/maxmemory-policy noeviction/);
  });

  it('refuses one without AOF, in production', async () => {
    await expect(check({ appendonly: 'no' }, true)).rejects.toThrow(/appendonly yes/);
  });

  it('warns elsewhere', async () => {
    expect(await check({ appendonly: 'no' }, false)).toEqual([expect.stringContaining('设置不安全')]);
  });

  it('says when there is none', async () => {
    await expect(guardRedis('redis://127.0.0.1:1', { production: false, warn: () => undefined })).rejects.toThrow(/连接不上/);
  });
});
