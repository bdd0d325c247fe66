import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../testing/property-runs';
import { CellChanges } from './cell-changes';

const address = fc.constantFrom('budget.executed', 'indicators.LZ-01.actual', 'indicators.LZ-01.deviation', 'projects.P01.goal_actual', 'narrative.problems');
/** Any subset in any order. */
const texts = fc.array(fc.tuple(address, fc.constantFrom('', '1', '2')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries));

it('says nothing of the first set', () => expect(new CellChanges().next({ 'budget.executed': '1' })).toBeNull());

it('names the edited cell, the new one and the one that has gone', () => {
  const changes = new CellChanges();
  changes.next({ 'budget.executed': '1', 'narrative.problems': '无' });
  expect(changes.next({ 'budget.executed': '2', 'narrative.problems': '无' })).toEqual(['budget.executed']);
  expect(changes.next({ 'budget.executed': '2', 'narrative.problems': '无', 'budget.adjustments': '' })).toEqual(['budget.adjustments']);
  expect(changes.next({ 'narrative.problems': '无', 'budget.adjustments': '' })).toEqual(['budget.executed']);
  expect(changes.next({ 'budget.adjustments': '', 'narrative.problems': '无' })).toEqual([]);
});

it('names the cells whose texts differ, whatever the order they stand in', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 2, maxLength: 6 }), (sets) => {
      const changes = new CellChanges();
      changes.next(sets[0]!);
      for (let index = 1; index < sets.length; index += 1) {
        const [before, after] = [sets[index - 1]!, sets[index]!];
        const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((one) => before[one] !== after[one]);
        expect([...changes.next(after)!].sort()).toEqual(differing.sort());
      }
    }),
    { numRuns: PROPERTY_RUNS },
  );
});
