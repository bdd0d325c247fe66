/** What a page follows: a whole round, or one assignment of it. Written `round:<id>`, `assignment:<id>`. */
export interface ProgressTopic {
  readonly kind: 'round' | 'assignment';
  readonly id: string;
}

const TOPIC = /^(round|assignment):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function parseTopic(text: string): ProgressTopic | null {
  const [, kind, id] = TOPIC.exec(text) ?? [];
  return kind === undefined || id === undefined ? null : { kind: kind as ProgressTopic['kind'], id };
}

export function topicText(topic: { readonly kind: string; readonly id: string }): string {
  return `${topic.kind}:${topic.id}`;
}
