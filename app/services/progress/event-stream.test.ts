import { describe, expect, it } from 'vitest';
import { openEventStream } from './event-stream.server';
import { parseTopic, type ProgressEvent, type ProgressTopic } from './progress-event';
import { createProgressHub } from './progress-hub.server';

const id = (last: number): string => `0199aaaa-0000-7000-8000-00000000000${last}`;
const [bureau, otherBureau, round, assignment, otherAssignment] = [id(1), id(2), id(3), id(4), id(5)] as [string, string, string, string, string];
const roundTopic: ProgressTopic = `round:${round}`;
const ownTopic: ProgressTopic = `assignment:${assignment}`;

const event = (changes: Partial<ProgressEvent> = {}): string => JSON.stringify({ bureauId: bureau, roundId: round, assignmentId: assignment, kind: 'score', ...changes });

async function readText(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

/** Everything the stream says until it is ended by `during`. */
async function saidDuring(topics: Parameters<typeof openEventStream>[1], during: (hub: ReturnType<typeof createProgressHub>) => void): Promise<string> {
  const hub = createProgressHub();
  const gone = new AbortController();
  const stream = openEventStream(hub, topics, { signal: gone.signal });
  during(hub);
  gone.abort();
  expect(hub.size()).toBe(0);
  return readText(stream);
}

describe('server-sent events', () => {
  it('says what changed, by topic and kind', async () => {
    const text = await saidDuring([{ bureauId: bureau, topic: roundTopic }], (hub) => {
      hub.receive(event());
      hub.receive(event({ assignmentId: null, kind: 'ranking' }));
    });
    expect(text).toBe(`retry: 1000\n\ndata: {"topic":"${roundTopic}","kind":"score"}\n\ndata: {"topic":"${roundTopic}","kind":"ranking"}\n\n`);
  });

  it('keeps one department from hearing of another, and one bureau of another', async () => {
    const text = await saidDuring([{ bureauId: bureau, topic: ownTopic }], (hub) => {
      hub.receive(event({ assignmentId: otherAssignment }));
      hub.receive(event({ assignmentId: null, kind: 'ranking' }));
      hub.receive(event({ bureauId: otherBureau }));
    });
    expect(text).not.toContain('data:');
  });

  it('reports notifications it cannot read and goes on', () => {
    const unreadable: string[] = [];
    const hub = createProgressHub((payload) => unreadable.push(payload));
    hub.receive('{');
    hub.receive(event({ kind: 'other' as never }));
    expect(unreadable).toHaveLength(2);
  });

  it('ends by itself, and when its reader leaves', async () => {
    const hub = createProgressHub();
    const text = await readText(openEventStream(hub, [{ bureauId: bureau, topic: roundTopic }], { lifetimeMs: 5, heartbeatMs: 1 }));
    expect(text).toMatch(/^retry: 1000\n\n(: \n\n)+$/);
    const stream = openEventStream(hub, [{ bureauId: bureau, topic: roundTopic }]);
    expect(hub.size()).toBe(1);
    await stream.cancel();
    expect(hub.size()).toBe(0);
  });

  it('lets go of a reader that takes nothing', () => {
    const hub = createProgressHub();
    openEventStream(hub, [{ bureauId: bureau, topic: roundTopic }]);
    for (let count = 0; count < 300; count += 1) hub.receive(event());
    expect(hub.size()).toBe(0);
  });
});

it.each(['', 'round:', `round:${round}x`, `cells:${round}`, `round:${round.toUpperCase()}`, `round:${round},assignment:${assignment}`])('is no topic: %j', (text) => {
  expect(parseTopic(text)).toBeNull();
});
