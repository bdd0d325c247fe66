import { Redis } from 'ioredis';

/** No job may be handed to this Redis: it does not answer, or may lose what it is given. The message is for the operator. */
export class RedisRefused extends Error {
  override readonly name = 'RedisRefused';
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

async function readInfo(client: Redis): Promise<string> {
  try {
    await client.connect();
    return `${await client.info('memory')}\r\n${await client.info('persistence')}`;
  } catch (error) {
    throw new RedisRefused('REDIS_URL 指向的 Redis 连接不上。请检查地址、口令和网络，或删除该设置以把任务队列放在数据库里。', { cause: error });
  }
}

/** Checks the Redis before any job is handed to it. Unsafe settings are refused in production and reported elsewhere; silence is refused everywhere. */
export async function guardRedis(redisUrl: string, options: { readonly production: boolean; readonly warn: (message: string) => void }): Promise<void> {
  const client = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 1, connectTimeout: 5_000, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    const problems = problemsOf(await readInfo(client));
    if (problems.length === 0) return;
    const message = `REDIS_URL 指向的 Redis 设置不安全：${problems.join('；')}。`;
    if (options.production) throw new RedisRefused(message);
    options.warn(message);
  } finally {
    client.disconnect();
  }
}
