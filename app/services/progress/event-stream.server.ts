import type { AllowedTopic, ProgressHub } from './progress-hub.server';

export interface EventStreamOptions {
  /** The stream ends by itself after this time; the browser comes back with a new request, and rights are checked anew. */
  readonly lifetimeMs?: number;
  readonly heartbeatMs?: number;
  /** Aborted when the client is known to be gone. Not relied on: the lifetime ends the stream in any case. */
  readonly signal?: AbortSignal;
}

/** A reader that takes nothing while this many events pile up is let go; it catches up when it comes back. */
const MAX_WAITING_CHUNKS = 200;
const RECONNECT_MS = 1_000;

/** Server-sent events of some topics: `data: round:<id>` says that the round has something new, not what. */
export function openEventStream(hub: ProgressHub, topics: readonly AllowedTopic[], options: EventStreamOptions = {}): ReadableStream<Uint8Array> {
  const { lifetimeMs = 120_000, heartbeatMs = 15_000, signal } = options;
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false;
        const send = (text: string): void => {
          if (isOver) return;
          if ((controller.desiredSize ?? 0) <= -MAX_WAITING_CHUNKS) return end();
          controller.enqueue(encoder.encode(text));
        };
        const unsubscribe = hub.subscribe(topics, (topic) => send(`data: ${topic}\n\n`));
        const heartbeat = setInterval(() => send(': \n\n'), heartbeatMs);
        const lifetime = setTimeout(() => end(), lifetimeMs);
        end = () => {
          if (isOver) return;
          isOver = true;
          unsubscribe();
          clearInterval(heartbeat);
          clearTimeout(lifetime);
          signal?.removeEventListener('abort', end);
          try {
            controller.close();
          } catch {
            // Cancelled by the reader: closed already.
          }
        };
        signal?.addEventListener('abort', end, { once: true });
        if (signal?.aborted) return end();
        send(`retry: ${RECONNECT_MS}\n\n`);
      },
      cancel() {
        end();
      },
    },
    { highWaterMark: 0 },
  );
}

export const EVENT_STREAM_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // nginx would otherwise hold the events back.
  'X-Accel-Buffering': 'no',
};
