import { readEnv } from '~/app/config/env.server';
import { createLogger } from '~/app/config/logger.server';
import { createPdfRenderer } from '../pdf/renderer';
import { startWorkers } from '../start-workers';
import { quietWorkers } from './in-process';

/** A worker whose process dies whenever the report of 第1部门 is to be printed: what a document that crashes the program does. */
const env = readEnv();
const log = createLogger({ level: 'info', name: 'worker' });
const renderer = createPdfRenderer();
await startWorkers(
  quietWorkers(
    {
      databaseUrl: env.databaseUrl ?? '',
      dispatcherUrl: env.databaseDispatcherUrl ?? '',
      redisUrl: env.redisUrl,
      folder: env.dataDir,
      pdf: {
        render: async (html, options) => {
          if (html.includes('第1部门')) process.kill(process.pid, 'SIGKILL');
          return renderer.render(html, options);
        },
      },
    },
    { log },
  ),
);
log.info('workers ready');
