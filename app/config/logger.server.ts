import pino, { type Logger } from 'pino';

export type { Logger };

/** JSON lines on stdout. pino escapes control characters, so a value cannot forge a second line. */
export function createLogger(options: { level: string; name: 'web' | 'worker' | 'script' }): Logger {
  return pino({
    level: options.level,
    base: { app: `hengji-${options.name}` },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', '*.password', 'cookie', '*.cookie', 'authorization', '*.authorization', 'token', '*.token', 'sessionCookie', '*.sessionCookie'],
      censor: '[redacted]',
    },
  });
}
