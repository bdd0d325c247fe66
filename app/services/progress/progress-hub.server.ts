import type { ProgressEvent } from '~/db/progress-event';
import { type ProgressTopic, topicText } from './progress-topic';

/** A topic somebody may follow, with the bureau it was found in. */
export interface AllowedTopic extends ProgressTopic {
  readonly bureauId: string;
}

export interface ProgressHub {
  /** One event as the database announced it. */
  receive(event: ProgressEvent): void;
  /** The listening connection was gone for a while: everybody looks again. */
  catchUp(): void;
  /** Calls back with each topic that has something new, until the returned function is called. */
  subscribe(topics: readonly AllowedTopic[], onNews: (topic: string) => void): () => void;
  /** People listening right now. */
  size(): number;
}

interface Subscriber {
  readonly topics: readonly AllowedTopic[];
  readonly tell: (topic: string) => void;
}

const keyOf = (bureauId: string, topic: { readonly kind: string; readonly id: string }): string => `${bureauId} ${topicText(topic)}`;

/** Hands the events of one listening connection to everybody of this process who may hear them. */
export function createProgressHub(): ProgressHub {
  const subscribers = new Set<Subscriber>();
  const byKey = new Map<string, Set<Subscriber>>();

  return {
    receive(event) {
      for (const subscriber of byKey.get(keyOf(event.bureauId, event)) ?? []) subscriber.tell(topicText(event));
    },
    catchUp() {
      for (const subscriber of subscribers) for (const topic of subscriber.topics) subscriber.tell(topicText(topic));
    },
    subscribe(topics, onNews) {
      const subscriber: Subscriber = { topics, tell: onNews };
      const keys = topics.map((topic) => keyOf(topic.bureauId, topic));
      subscribers.add(subscriber);
      for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(subscriber));
      return () => {
        subscribers.delete(subscriber);
        for (const key of keys) {
          const set = byKey.get(key);
          set?.delete(subscriber);
          if (set?.size === 0) byKey.delete(key);
        }
      };
    },
    size: () => subscribers.size,
  };
}
