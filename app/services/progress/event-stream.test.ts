import { describe, expect, it } from 'vitest';
import type { ProgressEvent } from '~/db/progress-event';
import { openEventStream } from './event-stream.server';
import { type AllowedTopic, createProgressHub, type ProgressHub } from './progress-hub.server';
import { parseTopic } from './progress-topic';

const id = (last: number): string => `0199aaaa-0000-7000-8000-00000000000${last}`;
const [bureauId, otherBureau, round, assignment, otherAssignment] = [id(1), id(2), id(3), id(4), id(5)] as [string, string, string, string, string];
const wholeRound: AllowedTopic = { bureauId, kind: 'round', id: round };
const ownTask: AllowedTopic = { bureauId, kind: 'assignment', id: assignment };
const roundEvent: ProgressEvent = { bureauId, kind: 'round', id: round };

/** Everything the stream says until it is ended by `during`. */
async function saidDuring(topics: readonly AllowedTopic[], during: (hub: ProgressHub) => void): Promise<string> {
  const hub = createProgressHub();
  const gone = new AbortController();
  const stream = openEventStream(hub, topics, { signal: gone.signal });
  during(hub);
  gone.abort();
  expect(hub.size()).toBe(0);
  return new Response(stream).text();
}

describe('server-sent events', () => {
  it('says which topic has something new', async () => {
    const text = await saidDuring([wholeRound, ownTask], (hub) => {
      hub.receive(roundEvent);
      hub.receive({ bureauId, kind: 'assignment', id: assignment });
    });
    expect(text).toBe(`retry: 1000\n\ndata: round:${round}\n\ndata: assignment:${assignment}\n\n`);
  });

  it('keeps one department from hearing of another, and one bureau of another', async () => {
    const text = await saidDuring([ownTask], (hub) => {
      hub.receive({ bureauId, kind: 'assignment', id: otherAssignment });
      hub.receive(roundEvent);
      hub.receive({ bureauId: otherBureau, kind: 'assignment', id: assignment });
    });
    expect(text).not.toContain('data:');
  });

  it('has everybody look again after the database was out of hearing', async () => {
    const text = await saidDuring([ownTask], (hub) => hub.catchUp());
    expect(text).toContain(`data: assignment:${assignment}`);
  });

  it('ends by itself, and when its reader leaves', async () => {
    const hub = createProgressHub();
    const text = await new Response(openEventStream(hub, [wholeRound], { lifetimeMs: 5, heartbeatMs: 1 })).text();
    expect(text).toMatch(/^retry: 1000\n\n(: \n\n)*$/);
    const stream = openEventStream(hub, [wholeRound]);
    expect(hub.size()).toBe(1);
    await stream.cancel();
    expect(hub.size()).toBe(0);
  });

  it('lets go of a reader that takes nothing', () => {
    const hub = createProgressHub();
    openEventStream(hub, [wholeRound]);
    for (let count = 0; count < 300; count += 1) hub.receive(roundEvent);
    expect(hub.size()).toBe(0);
  });
});

it.each(['', 'round:', `round:${round}x`, `cells:${round}`, `round:${round.toUpperCase()}`, `round:${round},assignment:${assignment}`])('is no topic: %j', (text) => {
  expect(parseTopic(text)).toBeNull();
});
