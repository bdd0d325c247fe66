import { z } from 'zod';

/** Channel of PostgreSQL notifications that every web process listens to. */
export const PROGRESS_CHANNEL = 'hengji_progress';

/**
 * Something a page may be waiting for has changed. Carries ids only: whoever hears it reads the new state through a request of its own, with
 * its own rights.
 */
export const progressEventSchema = z.strictObject({
  bureauId: z.uuid(),
  roundId: z.uuid(),
  /** The assignment it concerns; null for the round as a whole. */
  assignmentId: z.uuid().nullable(),
  kind: z.enum(['assignment', 'score', 'ranking', 'report']),
});
export type ProgressEvent = z.infer<typeof progressEventSchema>;

/** What a page follows: a whole round, or one assignment of it. Written `round:<id>`, `assignment:<id>`. */
export type ProgressTopic = `round:${string}` | `assignment:${string}`;

const TOPIC = /^(round|assignment):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function parseTopic(text: string): { readonly topic: ProgressTopic; readonly subject: 'round' | 'assignment'; readonly id: string } | null {
  const [, subject, id] = TOPIC.exec(text) ?? [];
  return subject === undefined || id === undefined ? null : { topic: text as ProgressTopic, subject: subject as 'round' | 'assignment', id };
}

export function topicsOf(event: ProgressEvent): readonly ProgressTopic[] {
  return event.assignmentId === null ? [`round:${event.roundId}`] : [`round:${event.roundId}`, `assignment:${event.assignmentId}`];
}
