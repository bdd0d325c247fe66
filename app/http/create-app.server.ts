import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from '~/app/config/logger.server';
import { answerAppErrors } from './answer-app-errors.server';
import { type BodyLimits, limitBody } from './body-limit.server';
import { answerErrors } from './error-page.server';
import { healthRoutes, type ReadinessCheck } from './health.server';
import { remixHandler } from './remix-handler.server';
import { assignRequestFacts, requestFactsOf } from './request-context.server';
import { logRequests } from './request-log.server';
import { settleRequestOrigin } from './request-origin.server';
import { requireSameOrigin } from './same-origin.server';
import { securityHeaders } from './security-headers.server';

export interface AppDeps {
  readonly log: Logger;
  readonly readiness: readonly ReadinessCheck[];
  /** What every loader and action finds in its context, besides the facts of the request. */
  readonly context: Pick<AppLoadContext, 'deps' | 'progress' | 'demoAccounts'>;
}

export interface AppOptions {
  readonly mode: 'production' | 'development';
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the client files: the built folder, or the development server. */
  readonly clientFiles: RequestHandler;
  readonly publicOrigin: string | undefined;
  readonly trustProxy: readonly string[];
  readonly bodyLimits?: BodyLimits;
}

/** Issuing a round sends the targets of all departments, or a workbook of up to 5 MB with them. */
const DEFAULT_BODY_LIMITS: BodyLimits = { defaultBytes: 1024 * 1024, prefixes: [{ prefix: '/bureau/rounds/new', bytes: 8 * 1024 * 1024 }] };

/** The whole HTTP side. The order is the security: facts, headers, origin, log, health, same-origin, size, files, pages, errors. */
export function createApp(deps: AppDeps, options: AppOptions): Express {
  const { build } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', options.trustProxy.length === 0 ? false : [...options.trustProxy]);
  app.use(assignRequestFacts);
  app.use(logRequests(deps.log));
  app.use(securityHeaders({ development: options.mode === 'development', publicOrigin: options.publicOrigin }));
  app.use(healthRoutes(deps.readiness));
  app.use(settleRequestOrigin({ publicOrigin: options.publicOrigin }));
  app.use(requireSameOrigin);
  app.use(limitBody(options.bodyLimits ?? DEFAULT_BODY_LIMITS));
  app.use(compression({ filter: (req, res) => !String(res.getHeader('Content-Type')).startsWith('text/event-stream') && compression.filter(req, res) }));
  app.use(options.clientFiles);
  app.use(
    remixHandler({
      build: typeof build === 'function' ? async () => answerAppErrors(await build()) : answerAppErrors(build),
      mode: options.mode,
      loadContext: (req) => {
        const facts = requestFactsOf(req);
        return { ...deps.context, ...facts, clientIp: req.ip ?? '', log: deps.log.child({ requestId: facts.requestId }) };
      },
    }),
  );
  app.use(answerErrors(deps.log));
  return app;
}
