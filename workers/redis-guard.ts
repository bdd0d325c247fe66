import { Redis } from 'ioredis';

/** Redis is set up so that it may lose jobs. The message is for the operator. */
export class RedisUnsafe extends Error {
  override readonly name = 'RedisUnsafe';
}

/**
 * What is wrong with the settings of a Redis that is to hold jobs: it must refuse writes when memory is full instead of dropping jobs, and
 * keep them across a restart. Read from INFO, because hosted services often close CONFIG. Empty when all is well.
 */
export function problemsOf(info: string): readonly string[] {
  const value = (field: string): string | undefined => new RegExp(`^${field}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const policy = value('maxmemory_policy');
  const problems: string[] = [];
  if (policy !== 'noeviction') problems.push(`内存淘汰策略是 ${policy ?? '未知'}，内存写满时会悄悄丢弃任务。请设置 maxmemory-policy noeviction`);
  if (value('aof_enabled') !== '1') problems.push('没有开启 AOF 持久化，重启后会丢失任务。请设置 appendonly yes');
  return problems;
}

/** Checks the Redis before any job is handed to it. Unsafe settings are refused in production and reported elsewhere. */
export async function guardRedis(redisUrl: string, options: { readonly production: boolean; readonly warn: (message: string) => void }): Promise<void> {
  const client = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 1, connectTimeout: 5_000, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const problems = problemsOf(`${await client.info('memory')}\r\n${await client.info('persistence')}`);
    if (problems.length === 0) return;
    const message = `REDIS_URL 指向的 Redis 设置不安全：${problems.join('；')}。`;
    if (options.production) throw new RedisUnsafe(message);
    options.warn(message);
  } finally {
    client.disconnect();
  }
}
