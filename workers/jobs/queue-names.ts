/** One queue per kind of work, named like its job. The database migration prepares each of them. */
export const QUEUE_NAMES = ['score-submission', 'rank-round', 'render-report'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
