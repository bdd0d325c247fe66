import { createLiveScorer } from '~/app/domain/scoring/live-scorer';
import type { Rounding } from '~/app/domain/scoring/scoring-rule';
import { decimalTotals } from './decimal-arithmetic';
import { type Department, departmentOf } from './department';
import { floatTotals } from './float-arithmetic';
import { type RoundingName, ROUNDINGS } from './formula';
import { rationalTotals } from './rational-arithmetic';
import { sheetTotals } from './sheet-arithmetic';

export interface Differences {
  readonly departments: number;
  /** Departments whose total is not the exact one, by rounding and arithmetic. */
  readonly wrong: Readonly<Record<RoundingName, { readonly engine: number; readonly decimal: number; readonly sheets: number; readonly floats: number }>>;
}

/** Departments per spreadsheet: building one for each would take minutes and change no total. */
const PER_SHEET = 50;
const NAMES = Object.keys(ROUNDINGS) as RoundingName[];

/** Compares the totals of random departments (32 indicators) with exact rational arithmetic, at the rounding of the version and at a stricter one. */
export function countDifferences(departments: number, firstSeed = 1_000_000): Differences {
  const nothing = () => ({ engine: 0, decimal: 0, sheets: 0, floats: 0 });
  const wrong = { 'half-up, 2 digits': nothing(), 'truncated, 1 digit': nothing() };
  for (let done = 0; done < departments; done += PER_SHEET) {
    const some = Array.from({ length: Math.min(PER_SHEET, departments - done) }, (_, index) => departmentOf(firstSeed + done + index, 0));
    const bySheet = sheetTotals(some.map(({ tables }) => tables[0]!));
    some.forEach((department, index) => {
      const [table] = department.tables;
      const exact = rationalTotals(table!);
      const others = { decimal: decimalTotals(table!), floats: floatTotals(table!), sheets: bySheet[index]! };
      for (const name of NAMES) {
        if (engineTotal(department, name) !== exact[name]) wrong[name].engine += 1;
        for (const [key, totals] of Object.entries(others)) if (totals[name] !== exact[name]) wrong[name][key as keyof typeof others] += 1;
      }
    });
  }
  return { departments, wrong };
}

function engineTotal({ basis, cells }: Department, name: RoundingName): string {
  const rounding: Rounding = { scope: 'total', ...ROUNDINGS[name] };
  return createLiveScorer({ ...basis, system: { ...basis.system, rounding } }).score(cells).total.score;
}
