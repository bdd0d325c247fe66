import { z } from 'zod';

/** An empty variable (`REDIS_URL=`) means "not set", as compose files and shells write it. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const integer = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to);

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

/** Scheme, host and port, nothing behind: what a browser sends as Origin. */
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => URL.canParse(value) && ['', '/'].includes(new URL(value).pathname + new URL(value).search + new URL(value).hash))
  .transform((value) => new URL(value).origin);

/** "loopback", addresses and subnets, separated by commas. "true" is refused: it would believe every client. */
const trustedProxies = z
  .string()
  .regex(/^[\w.:/]+(\s*,\s*[\w.:/]+)*$/)
  .refine((value) => !/^(true|false|\d+)$/i.test(value))
  .transform((value) => value.split(',').map((item) => item.trim()));

const variables = {
  NODE_ENV: optional(z.enum(['development', 'production', 'test'])),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  HOST: optional(z.string().regex(/^[\w.:-]+$/)),
  PORT: optional(integer(0, 65535)),
  PUBLIC_ORIGIN: optional(origin),
  TRUST_PROXY: optional(trustedProxies),
  DATABASE_URL: optional(postgresUrl),
  DATABASE_OWNER_URL: optional(postgresUrl),
  DATABASE_DISPATCHER_URL: optional(postgresUrl),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })),
  HENGJI_DATA_DIR: optional(z.string().min(1)),
  HENGJI_DEMO: optional(flag),
  SESSION_IDLE_MINUTES: optional(integer(1, 1440)),
  SESSION_ABSOLUTE_MINUTES: optional(integer(1, 10080)),
  S3_ENDPOINT: optional(z.url({ protocol: /^https?$/ })),
  S3_REGION: optional(z.string().min(1)),
  S3_BUCKET: optional(z.string().min(3)),
  S3_ACCESS_KEY_ID: optional(z.string().min(1)),
  S3_SECRET_ACCESS_KEY: optional(z.string().min(1)),
  CHROMIUM_PATH: optional(z.string().min(1)),
  HENGJI_FONTS_DIR: optional(z.string().min(1)),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(z.string().min(3)),
};

/** What each variable must look like, as the sentence an operator reads. */
const EXPECTED: Record<keyof typeof variables, string> = {
  NODE_ENV: 'development、production 或 test',
  LOG_LEVEL: 'fatal、error、warn、info、debug、trace 或 silent',
  HOST: '监听的主机名或 IP 地址，如 0.0.0.0',
  PORT: '0 到 65535 之间的整数',
  PUBLIC_ORIGIN: '浏览器看到的网站地址，只含协议、主机和端口，如 https://jixiao.example.gov.cn',
  TRUST_PROXY: '可信代理的地址或网段，用逗号分隔，如 loopback,10.0.0.0/8（不能写 true）',
  DATABASE_URL: 'postgresql:// 开头的连接地址',
  DATABASE_OWNER_URL: 'postgresql:// 开头的连接地址',
  DATABASE_DISPATCHER_URL: 'postgresql:// 开头的连接地址',
  REDIS_URL: 'redis:// 或 rediss:// 开头的连接地址',
  HENGJI_DATA_DIR: '数据文件夹的路径',
  HENGJI_DEMO: '0 或 1',
  SESSION_IDLE_MINUTES: '1 到 1440 之间的整数（分钟）',
  SESSION_ABSOLUTE_MINUTES: '1 到 10080 之间的整数（分钟）',
  S3_ENDPOINT: 'http:// 或 https:// 开头的对象存储地址',
  S3_REGION: '对象存储的区域名',
  S3_BUCKET: '至少 3 个字符的存储桶名',
  S3_ACCESS_KEY_ID: '对象存储的访问密钥编号',
  S3_SECRET_ACCESS_KEY: '对象存储的访问密钥',
  CHROMIUM_PATH: 'Chromium 可执行文件的路径',
  HENGJI_FONTS_DIR: '存放本单位授权字体（TrueType）的文件夹路径',
  SMTP_URL: 'smtp:// 或 smtps:// 开头的邮件服务器地址',
  MAIL_FROM: '发件人地址',
};

const schema = z
  .object(variables)
  .transform((raw, context) => {
    const absent = (['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const).find((name) => raw[name] === undefined);
    if (raw.S3_ENDPOINT !== undefined && absent !== undefined) context.addIssue({ code: 'custom', path: [absent], message: 'required with S3_ENDPOINT' });
    return {
      nodeEnv: raw.NODE_ENV ?? 'production',
      logLevel: raw.LOG_LEVEL ?? 'info',
      host: raw.HOST ?? '0.0.0.0',
      port: raw.PORT ?? 3000,
      /** Origin browsers use; when absent, the Host header of each request decides. */
      publicOrigin: raw.PUBLIC_ORIGIN,
      /** Addresses whose X-Forwarded-* headers are believed; empty: nobody's. */
      trustProxy: raw.TRUST_PROXY ?? [],
      databaseUrl: raw.DATABASE_URL,
      databaseOwnerUrl: raw.DATABASE_OWNER_URL,
      databaseDispatcherUrl: raw.DATABASE_DISPATCHER_URL,
      redisUrl: raw.REDIS_URL,
      dataDir: raw.HENGJI_DATA_DIR ?? '.data',
      demo: raw.HENGJI_DEMO ?? false,
      sessionIdleMinutes: raw.SESSION_IDLE_MINUTES ?? 30,
      sessionAbsoluteMinutes: raw.SESSION_ABSOLUTE_MINUTES ?? 720,
      /** S3-compatible storage; null means files lie on local disk under dataDir. */
      s3:
        raw.S3_ENDPOINT === undefined
          ? null
          : {
              endpoint: raw.S3_ENDPOINT,
              region: raw.S3_REGION ?? 'us-east-1',
              bucket: raw.S3_BUCKET ?? '',
              accessKeyId: raw.S3_ACCESS_KEY_ID ?? '',
              secretAccessKey: raw.S3_SECRET_ACCESS_KEY ?? '',
            },
      chromiumPath: raw.CHROMIUM_PATH,
      /** A site's own faces, which take precedence over the bundled ones by their family names. */
      fontsDir: raw.HENGJI_FONTS_DIR,
      smtpUrl: raw.SMTP_URL,
      mailFrom: raw.MAIL_FROM,
    };
  });

export type Env = Readonly<z.output<typeof schema>>;

/** Never repeats the value: it may hold a password. */
export function parseEnv(source: Record<string, string | undefined>): { ok: true; env: Env } | { ok: false; message: string } {
  const result = schema.safeParse(source);
  if (result.success) return { ok: true, env: result.data };
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  const name = names[0] as keyof typeof EXPECTED;
  const problem = source[name] === undefined || source[name] === '' ? '没有设置' : '的值不正确';
  return { ok: false, message: `环境变量 ${name} ${problem}：应为${EXPECTED[name]}。` };
}

let loaded: Env | undefined;

/** The process's settings. A bad value ends the process with one sentence on stderr and code 1. */
export function readEnv(): Env {
  if (loaded !== undefined) return loaded;
  const result = parseEnv(process.env);
  if (!result.ok) {
    process.stderr.write(`${result.message}\n`);
    process.exit(1);
  }
  loaded = Object.freeze(result.env);
  return loaded;
}
