import { describe, expect, it } from 'vitest';
import { createLiveScorer } from '~/app/domain/scoring/live-scorer';
import { countDifferences } from './correctness';
import { decimalScores, decimalTotals } from './decimal-arithmetic';
import { departmentOf } from './department';
import { floatTotals } from './float-arithmetic';
import { rationalPoints, rationalTotals, roundRational } from './rational-arithmetic';
import { sheetScores, sheetTotals } from './sheet-arithmetic';

const AT_VERSION = 'half-up, 2 digits';

describe('the arithmetics of the comparison', () => {
  const departments = [1, 2, 3].map((seed) => departmentOf(seed, 4));

  it('agree with the engine on every line and every total of departments with projects', () => {
    for (const { basis, cells, tables } of departments) {
      const sheet = createLiveScorer(basis).score(cells);
      expect(sheet.missing).toEqual([]);
      const lines = [sheet.items, ...sheet.projects.map((project) => [project.execution, ...project.items])];
      lines.forEach((items, index) => {
        expect(items.map(({ score }) => score)).toEqual(tables[index]!.map((formula) => roundRational(rationalPoints(formula) ?? { n: 0n, d: 1n }, 2, 'half_up')));
      });
      expect([sheet.total, ...sheet.projects.map(({ total }) => total)].map(({ score }) => score)).toEqual(tables.map((table) => rationalTotals(table)[AT_VERSION]));
    }
  });

  it('compute the same formulas: no total of the inexact ones is further off than one hundredth', () => {
    for (const { tables } of departments) {
      const sheets = sheetTotals(tables);
      tables.forEach((table, index) => {
        const exact = Number(rationalTotals(table)[AT_VERSION]);
        for (const totals of [decimalTotals(table), floatTotals(table), sheets[index]!]) expect(Math.abs(Number(totals[AT_VERSION]) - exact)).toBeLessThan(0.0101);
      });
      const [bySheet, byDecimal] = [sheetScores(tables), tables.flatMap(decimalScores)];
      bySheet.forEach((points, index) => expect(Math.abs(Number(points) - Number(byDecimal[index]))).toBeLessThan(0.0101));
    }
  });
});

it('finds no department whose total is not the exact one, at either rounding', () => {
  const { wrong } = countDifferences(60);
  expect(Object.values(wrong).map(({ engine }) => engine)).toEqual([0, 0]);
});

it('finds the totals that plain floats get wrong', () => {
  // 0.285 is no binary fraction: 28.5 % of 1 point, shown with two digits.
  const table = [{ kind: 'upward', target: '1', actual: '0.285', weight: '1' }, { kind: 'holds', holds: false, weight: '99' }] as const;
  expect(rationalTotals(table)).toEqual({ 'half-up, 2 digits': '0.29', 'truncated, 1 digit': '0.2' });
  expect(floatTotals(table)[AT_VERSION]).toBe('0.28');
});
