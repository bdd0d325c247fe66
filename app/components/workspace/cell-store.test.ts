import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SaveCellsAnswer, SaveCellsRequest, StoredCell } from '~/app/domain/round/workspace-data';
import { CellStore, type Draft, type DraftKeeper } from './cell-store';

/** Versions cells the way the save service does; `cut` drops the next answers on the way back, after they took effect. */
class CellServer {
  readonly cells = new Map<string, StoredCell>();
  readonly history: string[] = [];
  isDown = false;
  cut = 0;

  readonly save = (request: SaveCellsRequest): Promise<SaveCellsAnswer> => {
    if (this.isDown) return Promise.reject(new Error('unreachable'));
    const saved: { address: string; version: number }[] = [];
    const conflicts = [];
    for (const { address, typedText, baseVersion } of request.cells) {
      const current = this.cells.get(address) ?? { typedText: '', version: 0 };
      if (current.version !== baseVersion) {
        conflicts.push({ address, ...current, updatedBy: '同事', updatedAt: '2025-03-01T02:00:00.000Z' });
        continue;
      }
      this.cells.set(address, { typedText, version: baseVersion + 1 });
      this.history.push(`${address}=${typedText}`);
      saved.push({ address, version: baseVersion + 1 });
    }
    if (this.cut > 0) {
      this.cut -= 1;
      return Promise.reject(new Error('cut'));
    }
    return Promise.resolve({ ok: true, saved, conflicts, refused: [], savedAt: '2025-03-01T02:32:00.000Z' });
  };
}

function memory(): DraftKeeper {
  let drafts: Readonly<Record<string, Draft>> = {};
  return {
    read: () => drafts,
    write: (next) => {
      drafts = next;
    },
  };
}

function open(server: CellServer, keeper = memory()): CellStore {
  const store = new CellStore(Object.fromEntries(server.cells), server.save, keeper, null);
  store.restoreDrafts();
  return store;
}
const A = 'budget.executed';
const B = 'budget.annual_budget';

describe('CellStore', () => {
  test('sends the typed text with its version and acknowledges it', async () => {
    const server = new CellServer();
    const store = open(server);
    store.change([{ address: A, typedText: '23,740.11' }]);
    expect(store.cell(A).saveState).toBe('unsaved');
    await store.flush();
    expect(server.cells.get(A)).toEqual({ typedText: '23,740.11', version: 1 });
    expect(store.cell(A)).toMatchObject({ saveState: 'saved', version: 1 });
    expect(store.form()).toMatchObject({ status: 'saved', savedAt: '2025-03-01T02:32:00.000Z' });
  });

  test('a text typed while a request is under way is sent afterwards, not lost', async () => {
    const server = new CellServer();
    const store = open(server);
    store.change([{ address: A, typedText: '1' }]);
    const first = store.flush();
    store.change([{ address: A, typedText: '12' }]);
    await first;
    await store.flush();
    expect(server.history).toEqual([`${A}=1`, `${A}=12`]);
    expect(store.cell(A).saveState).toBe('saved');
  });

  test('two people: the second save becomes a conflict and overwrites nothing until the person chooses', async () => {
    const server = new CellServer();
    const mine = open(server);
    const theirs = open(server);
    theirs.change([{ address: A, typedText: '100' }]);
    await theirs.flush();
    mine.change([{ address: A, typedText: '200' }]);
    await mine.flush();
    expect(server.cells.get(A)?.typedText).toBe('100');
    expect(mine.cell(A)).toMatchObject({ saveState: 'conflict', typedText: '200', conflict: { typedText: '100', updatedBy: '同事' } });
    expect(mine.form().conflicts).toBe(1);
    mine.resolve(A, 'mine');
    await mine.flush();
    expect(server.cells.get(A)).toEqual({ typedText: '200', version: 2 });
    expect(mine.form()).toMatchObject({ conflicts: 0, status: 'saved' });
  });

  test('an unreachable server keeps the texts on this machine; the next page sends them', async () => {
    const server = new CellServer();
    const keeper = memory();
    const store = open(server, keeper);
    server.isDown = true;
    store.change([{ address: A, typedText: '1' }]);
    await store.flush();
    store.close();
    expect(store.form().status).toBe('offline');
    expect(keeper.read()).toEqual({ [A]: { typedText: '1', baseVersion: 0 } });
    server.isDown = false;
    const reopened = open(server, keeper);
    await reopened.flush();
    expect(server.cells.get(A)?.typedText).toBe('1');
    expect(keeper.read()).toEqual({});
  });

  test('an answer lost on its way does not become a false conflict', async () => {
    const server = new CellServer();
    const store = open(server);
    server.cut = 1;
    store.change([{ address: A, typedText: '7' }]);
    await store.flush();
    await store.retry();
    expect(store.cell(A)).toMatchObject({ saveState: 'saved', conflict: null, version: 1 });
    expect(server.history).toHaveLength(1);
    server.cut = 1;
    store.change([{ address: A, typedText: '8' }]);
    await store.flush();
    store.change([{ address: A, typedText: '89' }]);
    await store.retry();
    expect(store.cell(A)).toMatchObject({ saveState: 'saved', conflict: null });
    expect(server.cells.get(A)).toEqual({ typedText: '89', version: 3 });
    store.close();
  });

  test('a pasted block is one step of undo, a run of typing another', () => {
    const store = open(new CellServer());
    store.change([{ address: A, typedText: '1' }], { isTyping: true });
    store.change([{ address: A, typedText: '12' }], { isTyping: true });
    store.change([
      { address: A, typedText: '300' },
      { address: B, typedText: '400' },
    ]);
    expect(store.undo()).toEqual([A, B]);
    expect(store.allTexts()).toEqual({ [A]: '12' });
    expect(store.undo()).toEqual([A]);
    expect(store.allTexts()).toEqual({});
    expect(store.undo()).toEqual([]);
    store.close();
  });

  test('whatever two people type, with lost answers, every text ends up stored or stands as a conflict', async () => {
    const command = fc.record({
      person: fc.nat(1),
      kind: fc.constantFrom('type', 'flush', 'cut', 'mine', 'theirs'),
      address: fc.constantFrom(A, B),
      text: fc.stringMatching(/^[0-9]{1,3}$/),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 40 }), async (commands) => {
        const server = new CellServer();
        const stores = [open(server), open(server)];
        for (const { person, kind, address, text } of commands) {
          const store = stores[person]!;
          if (kind === 'type') store.change([{ address, typedText: text }]);
          else if (kind === 'flush') await store.retry();
          else if (kind === 'cut') server.cut = 1;
          else store.resolve(address, kind as 'mine' | 'theirs');
        }
        server.cut = 0;
        for (const store of stores) await store.retry();
        for (const store of stores) {
          store.close();
          for (const address of [A, B]) {
            const cell = store.cell(address);
            if (cell.saveState === 'conflict') continue;
            expect(cell.saveState).toBe('saved');
            const stored = server.cells.get(address) ?? { typedText: '', version: 0 };
            // What this person saw saved is either the stored text or an older version of it that somebody replaced knowingly.
            if (cell.version === stored.version) expect(cell.typedText).toBe(stored.typedText);
            else expect(cell.version).toBeLessThan(stored.version);
          }
        }
      }),
    );
  });
});
