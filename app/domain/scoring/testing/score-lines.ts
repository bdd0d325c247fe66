import type { OverAchievement } from '../../form/indicator-system-version';
import { createLiveScorer } from '../live-scorer';
import type { ItemScore } from '../score-sheet';
import type { Rounding } from '../scoring-rule';
import type { Drawn } from './figures';
import { filledForm, type OracleForm } from './oracle-forms';
import type { InputLine, TargetLine } from './oracle-lines';

const cents = (units: bigint): Drawn => ({ units, digits: 2 });
const NOTHING: InputLine = {
  inputs: [{ key: 'n', label: '事项', kind: 'count' }],
  rule: { type: 'deduction_list', items: [{ input: 'n', pointsEach: '1' }], onMissing: 'zero' },
  typed: { n: '0' },
  meaning: { way: 'list', items: [] },
};
const EMPTY: OracleForm = {
  bound: [],
  slotPoints: cents(0n),
  common: [[NOTHING, cents(100n)]],
  project: [],
  executionWeight: cents(1000n),
  ofDepartment: { executed: cents(100n), budget: cents(100n) },
  ofProject: { executed: cents(100n), budget: cents(100n) },
  full: cents(100000n),
  rounding: { scope: 'total', digits: 2, mode: 'half_up' },
  overAchievement: null,
  caps: [],
};

/** Scores lines with a target side by side, each with that weight. */
export function scoreTargets(lines: readonly TargetLine[], weight: Drawn, version: { readonly rounding?: Rounding; readonly overAchievement?: OverAchievement | null } = {}): readonly ItemScore[] {
  const { basis, cells } = filledForm({ ...EMPTY, ...version, project: lines.map((line) => [line, weight] as const) });
  return createLiveScorer(basis).score(cells).projects[0]!.items;
}

/** Scores lines with figures of their own side by side. */
export function scoreInputs(lines: readonly InputLine[], weight: Drawn, rounding = EMPTY.rounding): readonly ItemScore[] {
  const { basis, cells } = filledForm({ ...EMPTY, rounding, common: lines.map((line) => [line, weight] as const) });
  return createLiveScorer(basis).score(cells).items;
}

/** "n/d" as a pair of whole numbers. */
export function quotient(text: string): readonly [bigint, bigint] {
  const [numerator, denominator = '1'] = text.split('/');
  return [BigInt(numerator!), BigInt(denominator)];
}

/** −1, 0 or 1 for two points as "n/d". */
export function order(left: string, right: string): number {
  const [[a, b], [c, d]] = [quotient(left), quotient(right)];
  const difference = a * d - c * b;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
