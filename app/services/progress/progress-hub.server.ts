import { type ProgressEvent, progressEventSchema, type ProgressTopic, topicsOf } from './progress-event';

/** A topic somebody was allowed to follow, with the bureau it was found in. */
export interface AllowedTopic {
  readonly bureauId: string;
  readonly topic: ProgressTopic;
}

export interface ProgressHub {
  /** One notification as it came from the database. */
  receive(payload: string): void;
  /** Calls back for each event of an allowed topic until the returned function is called. */
  subscribe(topics: readonly AllowedTopic[], onEvent: (topic: ProgressTopic, kind: ProgressEvent['kind']) => void): () => void;
  /** People listening right now. */
  size(): number;
}

const keyOf = (bureauId: string, topic: ProgressTopic): string => `${bureauId} ${topic}`;

/** Hands the notifications of one listening connection to everybody of this process who may hear them. */
export function createProgressHub(onUnreadable: (payload: string) => void = () => undefined): ProgressHub {
  const listeners = new Map<string, Set<(topic: ProgressTopic, kind: ProgressEvent['kind']) => void>>();
  let listening = 0;

  const read = (payload: string): ProgressEvent | null => {
    try {
      return progressEventSchema.parse(JSON.parse(payload));
    } catch {
      onUnreadable(payload);
      return null;
    }
  };

  return {
    receive(payload) {
      const event = read(payload);
      if (event === null) return;
      for (const topic of topicsOf(event)) {
        for (const tell of listeners.get(keyOf(event.bureauId, topic)) ?? []) tell(topic, event.kind);
      }
    },
    subscribe(topics, onEvent) {
      // A function of its own for each subscription: the same callback may subscribe twice.
      const tell = (topic: ProgressTopic, kind: ProgressEvent['kind']): void => onEvent(topic, kind);
      const keys = topics.map(({ bureauId, topic }) => keyOf(bureauId, topic));
      for (const key of keys) listeners.set(key, (listeners.get(key) ?? new Set()).add(tell));
      listening += 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        listening -= 1;
        for (const key of keys) {
          const set = listeners.get(key);
          set?.delete(tell);
          if (set?.size === 0) listeners.delete(key);
        }
      };
    },
    size: () => listening,
  };
}
