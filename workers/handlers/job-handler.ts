import type { Logger } from '~/app/config/logger.server';
import type { Deps } from '~/app/services/deps.server';
import type { JobName, JobPayload } from '~/workers/jobs/catalog';
import type { RenderOptions, RenderedPdf } from '~/workers/pdf/renderer';

export interface JobContext {
  readonly deps: Deps;
  readonly pdf: { render(html: string, options?: RenderOptions): Promise<RenderedPdf> };
  readonly log: Logger;
  /** Aborted when the process stops and the work must go back to the queue. */
  readonly signal: AbortSignal;
}

/**
 * The work of one job. A job may be handed out more than once, even twice at a time: `run` looks the state up, returns when the work is done,
 * and its effect stands on a unique key.
 */
export interface JobHandler<Name extends JobName> {
  run(payload: JobPayload<Name>, context: JobContext): Promise<void>;
  /** After the last attempt: shows the failure and its cause (Chinese) where people look. */
  giveUp(payload: JobPayload<Name>, cause: string, context: JobContext): Promise<void>;
}

/** Thrown by `run`: the job is to run again after a pause that is not a failure. */
export class RunLater extends Error {
  override readonly name = 'RunLater';
  constructor(readonly delayMs: number) {
    super(`again in ${delayMs} ms`);
  }
}
