import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withBureau } from '../tenant.server';
import { makeBureau, makeTask, makeUser } from '../testing/factories';
import { createTestDatabase, type TestDatabase } from '../testing/template-database';
import { listCellHistory, listCells, saveCells } from './cells.server';

let database: TestDatabase;
let bureau: string;
let task: string;
let user: string;
beforeAll(async () => {
  database = await createTestDatabase();
  bureau = await makeBureau(database.app.db);
  user = await makeUser(database.app.db, { displayName: '张三' });
  task = await withBureau(database.app.db, bureau, async (trx) => (await makeTask(trx)).assignmentId);
});
afterAll(() => database.close());

const inBureau = <T>(run: Parameters<typeof withBureau<T>>[2]): Promise<T> => withBureau(database.app.db, bureau, run);

describe('saveCells', () => {
  test('writes new cells, grows versions and keeps the history', async () => {
    const first = await inBureau((trx) =>
      saveCells(trx, task, [
        { address: 'budget.executed', typedText: '23740.11', baseVersion: 0 },
        { address: 'budget.annual_budget', typedText: '23758.69', baseVersion: 0 },
      ], user),
    );
    expect(first).toEqual({ saved: [{ address: 'budget.annual_budget', version: 1 }, { address: 'budget.executed', version: 1 }], conflicts: [] });
    const second = await inBureau((trx) => saveCells(trx, task, [{ address: 'budget.executed', typedText: '两万', baseVersion: 1 }], user));
    expect(second.saved).toEqual([{ address: 'budget.executed', version: 2 }]);
    const cells = await inBureau((trx) => listCells(trx, task));
    expect(cells.get('budget.executed')).toMatchObject({ typedText: '两万', version: 2, updatedBy: user });
    const history = await inBureau((trx) => listCellHistory(trx, task, 'budget.executed'));
    expect(history.map((entry) => [entry.version, entry.typedText, entry.changedByName])).toEqual([[2, '两万', '张三'], [1, '23740.11', '张三']]);
  });

  test('a stale base is a conflict that shows what is there; the rest of the batch is saved', async () => {
    await inBureau((trx) => saveCells(trx, task, [{ address: 'narrative.problems', typedText: '甲', baseVersion: 0 }], user));
    const result = await inBureau((trx) =>
      saveCells(trx, task, [
        { address: 'narrative.problems', typedText: '乙', baseVersion: 0 },
        { address: 'narrative.measures', typedText: '丙', baseVersion: 0 },
        { address: 'narrative.never', typedText: '丁', baseVersion: 3 },
      ], null),
    );
    expect(result.saved).toEqual([{ address: 'narrative.measures', version: 1 }]);
    expect(result.conflicts).toMatchObject([{ address: 'narrative.problems', typedText: '甲', version: 1 }]);
  });

  test('two editors at once: one wins, the other is told, nothing is lost', async () => {
    const addresses = Array.from({ length: 30 }, (_, index) => `indicators.LZ-${String(index).padStart(2, '0')}.actual`);
    await inBureau((trx) => saveCells(trx, task, addresses.map((address) => ({ address, typedText: '0', baseVersion: 0 })), user));
    const save = (text: string, order: readonly string[]) =>
      inBureau((trx) => saveCells(trx, task, order.map((address) => ({ address, typedText: text, baseVersion: 1 })), user));
    const results = await Promise.all([save('甲', addresses), save('乙', [...addresses].reverse()), save('丙', addresses)]);
    expect(results.map((result) => result.saved.length).sort()).toEqual([0, 0, 30]);
    expect(results.flatMap((result) => result.conflicts.map((cell) => cell.version))).toEqual(Array(60).fill(2));
    const cells = await inBureau((trx) => listCells(trx, task));
    expect(new Set(addresses.map((address) => cells.get(address)?.typedText)).size).toBe(1);
  });

  test('overlapping saves in every order at once never deadlock, and every saved version is in the history', async () => {
    const addresses = Array.from({ length: 12 }, (_, index) => `projects.P${String(index).padStart(2, '0')}.name`);
    const orders = addresses.map((_, index) => [...addresses.slice(index), ...addresses.slice(0, index)]);
    const save = async (order: readonly string[], round: number) => {
      const cells = await inBureau((trx) => listCells(trx, task));
      const part = order.slice(0, 1 + (round % 8));
      return inBureau((trx) => saveCells(trx, task, part.map((address) => ({ address, typedText: `${round}`, baseVersion: cells.get(address)?.version ?? 0 })), user));
    };
    let saved = 0;
    for (let round = 0; round < 8; round += 1) {
      const results = await Promise.all(orders.map((order, index) => save(index % 2 === 0 ? order : [...order].reverse(), round + index)));
      saved += results.reduce((sum, result) => sum + result.saved.length, 0);
    }
    const cells = await inBureau((trx) => listCells(trx, task));
    expect(addresses.reduce((sum, address) => sum + (cells.get(address)?.version ?? 0), 0)).toBe(saved);
    const histories = await inBureau((trx) => Promise.all(addresses.map((address) => listCellHistory(trx, task, address))));
    expect(histories.flat()).toHaveLength(saved);
  });

  test('two first editors of one empty cell: one wins', async () => {
    const save = (text: string) => inBureau((trx) => saveCells(trx, task, [{ address: 'basics.contact', typedText: text, baseVersion: 0 }], user));
    const results = await Promise.all([save('甲'), save('乙')]);
    expect(results.map((result) => result.saved.length).sort()).toEqual([0, 1]);
    expect(results.flatMap((result) => result.conflicts)).toHaveLength(1);
  });

  test('refuses a cell named twice', async () => {
    const twice = { address: 'basics.contact', typedText: '', baseVersion: 1 };
    await expect(inBureau((trx) => saveCells(trx, task, [twice, twice], user))).rejects.toThrow('twice');
  });

  test('another bureau can neither write nor read them', async () => {
    const other = await makeBureau(database.app.db);
    await expect(
      withBureau(database.app.db, other, (trx) => saveCells(trx, task, [{ address: 'budget.executed', typedText: 'x', baseVersion: 2 }], user)),
    ).resolves.toEqual({ saved: [], conflicts: [] });
    await expect(
      withBureau(database.app.db, other, (trx) => saveCells(trx, task, [{ address: 'budget.executed', typedText: 'x', baseVersion: 0 }], user)),
    ).rejects.toMatchObject({ code: '23503' });
    expect((await withBureau(database.app.db, other, (trx) => listCells(trx, task))).size).toBe(0);
  });
});
