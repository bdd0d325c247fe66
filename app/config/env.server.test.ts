import { describe, expect, test } from 'vitest';
import { parseEnv } from './env.server';

const read = (source: Record<string, string>) => {
  const result = parseEnv(source);
  if (!result.ok) throw new Error(result.message);
  return result.env;
};
const refusal = (source: Record<string, string>) => {
  const result = parseEnv(source);
  return result.ok ? 'accepted' : result.message;
};

describe('settings', () => {
  test('have defaults for everything but the database', () => {
    expect(read({})).toMatchObject({ nodeEnv: 'production', port: 3000, host: '0.0.0.0', dataDir: '.data', demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720, trustProxy: [], s3: null });
  });

  test('an empty variable counts as not set', () => {
    expect(read({ PORT: '', REDIS_URL: '', DATABASE_OWNER_URL: '' })).toMatchObject({ port: 3000, redisUrl: undefined, databaseOwnerUrl: undefined });
  });

  test('are read into their types', () => {
    const env = read({ PORT: '8080', HENGJI_DEMO: '1', PUBLIC_ORIGIN: 'https://Jixiao.example.gov.cn/', TRUST_PROXY: 'loopback, 10.0.0.0/8' });
    expect(env).toMatchObject({ port: 8080, demo: true, publicOrigin: 'https://jixiao.example.gov.cn', trustProxy: ['loopback', '10.0.0.0/8'] });
  });

  test('object storage comes whole or not at all', () => {
    const s3 = { S3_ENDPOINT: 'http://storage:8333', S3_BUCKET: 'hengji', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' };
    expect(read(s3).s3).toEqual({ endpoint: 'http://storage:8333', region: 'us-east-1', bucket: 'hengji', accessKeyId: 'id', secretAccessKey: 'key' });
    expect(refusal({ ...s3, S3_BUCKET: '' })).toBe('环境变量 S3_BUCKET 没有设置：应为至少 3 个字符的存储桶名。');
  });

  test.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PUBLIC_ORIGIN', 'https://a.example/path'],
    ['PUBLIC_ORIGIN', 'a.example'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '1'],
    ['DATABASE_URL', 'mysql://a:secret@b/c'],
    ['REDIS_URL', 'http://secret'],
    ['NODE_ENV', 'prod'],
    ['SESSION_IDLE_MINUTES', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('a bad %s (%s) is refused in one sentence that names it and hides the value', (name, value) => {
    const message = refusal({ [name]: value });
    expect(message).toMatch(new RegExp(`^环境变量 ${name} 的值不正确：应为[^\n]+。$`));
    expect(message).not.toContain('secret');
  });
});
