import { Router } from 'express';

export interface ReadinessCheck {
  /** Short name in the answer: "database", "queue". */
  readonly name: string;
  /** Rejects when the part cannot serve. */
  check(): Promise<unknown>;
}

const TIMEOUT_MS = 3000;

async function run(item: ReadinessCheck): Promise<{ name: string; ok: boolean }> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), TIMEOUT_MS);
  });
  try {
    await Promise.race([item.check(), timeout]);
    return { name: item.name, ok: true };
  } catch {
    return { name: item.name, ok: false };
  } finally {
    clearTimeout(timer);
  }
}

/** `/healthz`: the process answers. `/readyz`: what it needs answers too; says which part does not, never why (that is in the log of the part). */
export function healthRoutes(readiness: readonly ReadinessCheck[]): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/readyz', (_req, res, next) => {
    Promise.all(readiness.map(run)).then((results) => {
      const isReady = results.every((result) => result.ok);
      res.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not_ready', checks: Object.fromEntries(results.map((result) => [result.name, result.ok ? 'ok' : 'failed'])) });
    }, next);
  });
  return router;
}
