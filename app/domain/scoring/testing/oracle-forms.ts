import fc from 'fast-check';
import type { FormBasis } from '../../form/form-basis';
import type { CommonIndicator, ExecutionCaps, OverAchievement } from '../../form/indicator-system-version';
import type { ProjectIndicator } from '../../form/project-form';
import type { CellTexts } from '../../form/sections';
import { createLiveScorer } from '../live-scorer';
import type { ItemScore, ScoreTotal } from '../score-sheet';
import type { Rounding } from '../scoring-rule';
import { decimal, type Drawn, weight } from './figures';
import { type InputLine, inputLine, type TargetLine, targetLine } from './oracle-lines';
import type { OracleLine, OracleScores, OracleTable } from './sql-oracle';

type Money = { readonly executed: Drawn; readonly budget: Drawn };

/** A whole form: a department's table of bound and common leaves, and one project's table with its execution line. */
export interface OracleForm {
  readonly bound: readonly TargetLine[];
  readonly slotPoints: Drawn;
  readonly common: readonly (readonly [line: InputLine, weight: Drawn])[];
  readonly project: readonly (readonly [line: TargetLine, weight: Drawn])[];
  readonly executionWeight: Drawn;
  readonly ofDepartment: Money;
  readonly ofProject: Money;
  /** Full score of either table: not always the sum of the weights, so that the cap is met. */
  readonly full: Drawn;
  readonly rounding: Rounding;
  readonly overAchievement: OverAchievement | null;
  readonly caps: ExecutionCaps;
}

const rounding: fc.Arbitrary<Rounding> = fc.record({
  scope: fc.constantFrom('total', 'item'),
  digits: fc.integer({ min: 0, max: 6 }),
  mode: fc.constantFrom('half_up', 'half_even', 'truncate'),
});

const tenths = (low: number, high: number): fc.Arbitrary<string> => fc.integer({ min: low, max: high }).map((value) => decimal({ units: BigInt(value), digits: 1 }));

const overAchievement: fc.Arbitrary<OverAchievement | null> = fc.option(
  fc.record({ suggestAt: tenths(10, 30), factor: tenths(0, 20), cap: tenths(0, 10) }).map(({ suggestAt, factor, cap }) => ({ warnAt: '1', explainAt: '1', suggestAt, deduct: { factor, cap } })),
  { nil: null },
);

const money: fc.Arbitrary<Money> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ executed: fc.bigInt({ min: 0n, max: 10n ** 6n }), budget: fc.bigInt({ min: 0n, max: 10n ** 6n }) }) },
  { weight: 1, arbitrary: fc.record({ executed: fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), budget: fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }) }) },
  { weight: 1, arbitrary: fc.record({ executed: fc.bigInt({ min: 0n, max: 3n }), budget: fc.bigInt({ min: 0n, max: 3n }) }) },
).map(({ executed, budget }) => ({ executed: { units: executed, digits: 2 }, budget: { units: budget, digits: 2 } }));

type Count = readonly [min: number, max: number];
const sized = ([minLength, maxLength]: Count, atLeast = 0) => ({ minLength: Math.max(atLeast, minLength), maxLength: Math.max(atLeast, maxLength) });

/** A form with so many bound leaves, common leaves, and leaves of its project; a version has at least one common leaf, a project at least one of its own. */
export function oracleForm(
  count: { readonly bound: Count; readonly common: Count; readonly project: Count },
  of: { readonly target?: fc.Arbitrary<TargetLine>; readonly input?: fc.Arbitrary<InputLine> } = {},
): fc.Arbitrary<OracleForm> {
  const target = of.target ?? targetLine;
  return fc.record({
    bound: fc.array(target, sized(count.bound)),
    slotPoints: weight,
    common: fc.array(fc.tuple(of.input ?? inputLine, weight), sized(count.common, 1)),
    project: fc.array(fc.tuple(target, weight), sized(count.project, 1)),
    executionWeight: weight,
    ofDepartment: money,
    ofProject: money,
    full: weight.map(({ units, digits }): Drawn => ({ units: units * 10n, digits })),
    rounding,
    overAchievement,
    caps: fc.array(fc.record({ rateBelow: tenths(0, 1200), totalAtMost: tenths(0, 1000) }), { maxLength: 2 }),
  });
}

const BANDS = [
  { grade: 'excellent', atLeast: '90' },
  { grade: 'good', atLeast: '80' },
  { grade: 'fair', atLeast: '60' },
  { grade: 'poor', atLeast: '0' },
] as const;
const two = (index: number): string => String(index + 1).padStart(2, '0');

/** The form as it would be published, bound and filled in. */
export function filledForm(form: OracleForm): { readonly basis: FormBasis; readonly cells: CellTexts } {
  const cells: Record<string, string> = {
    'budget.executed': decimal(form.ofDepartment.executed),
    'budget.annual_budget': decimal(form.ofDepartment.budget),
    'projects.P01.funding.executed': decimal(form.ofProject.executed),
    'projects.P01.funding.annual_budget': decimal(form.ofProject.budget),
  };
  form.bound.forEach(({ actual }, index) => void (cells[`indicators.LZ-${two(index)}.actual`] = actual));
  form.project.forEach(([{ actual }], index) => void (cells[`projects.P01.indicators.I${two(index)}.actual`] = actual));
  form.common.forEach(([{ typed }], index) => {
    for (const [key, text] of Object.entries(typed)) cells[`indicators.GL-${two(index)}.inputs.${key}`] = text;
  });
  const version = {
    version: 1,
    rounding: form.rounding,
    gradeBands: [...BANDS],
    ...(form.overAchievement === null ? {} : { overAchievement: form.overAchievement }),
    executionCaps: form.caps,
  };
  const placed = { primary: '一级', secondary: '二级', source: '测试' } as const;
  const basis: FormBasis = {
    system: {
      ...version,
      code: 'oracle',
      name: '测试',
      totalWeight: decimal(form.full),
      slots: { codePrefix: 'LZ', primary: '一级', secondary: '二级', points: decimal(form.slotPoints), count: 1, min: 1, max: 99 },
      indicators: form.common.map(([{ inputs, rule }, points], index): CommonIndicator => ({
        ...placed,
        code: `GL-${two(index)}`,
        name: `共性指标${index + 1}`,
        definition: '定义',
        criteria: '标准',
        weight: decimal(points),
        inputs: [...inputs],
        rule,
      })),
    },
    projectForm: {
      ...version,
      code: 'oracle',
      name: '测试',
      executionWeight: decimal(form.executionWeight),
      primaries: [{ name: '一级', weight: decimal(form.full), secondaries: ['二级'] }],
      source: '测试',
    },
    bindings: form.bound.map(({ bound }, index) => ({ ...bound, name: `个性指标${index + 1}`, definition: '定义', aliases: [] })),
    projects: [
      {
        code: 'P01',
        name: '项目',
        fundSource: 'general_public_budget',
        implementingUnit: null,
        expectedGoal: '目标',
        indicators: form.project.map(([{ bound }, points], index): ProjectIndicator => ({ ...bound, primary: '一级', secondary: '二级', code: `I${two(index)}`, name: `指标${index + 1}`, weight: decimal(points) })),
      },
    ],
  };
  return { basis, cells };
}

/** What the form means, for the oracle: the department's table, then the project's. */
export function tablesOf(form: OracleForm): readonly [OracleTable, OracleTable] {
  const over = form.overAchievement?.deduct === undefined ? null : { ...form.overAchievement.deduct, from: form.overAchievement.suggestAt };
  const weighted = (line: ReturnType<TargetLine['meaning']>, points: Drawn, parts = 1): OracleLine => ({ ...line, weight: [decimal(points), parts.toString()] }) as OracleLine;
  const { scope, digits, mode } = form.rounding;
  const table = (lines: readonly OracleLine[], full: string, { executed, budget }: Money): OracleTable => ({
    lines,
    full,
    scope,
    digits,
    mode,
    rate: [decimal(executed), decimal(budget)],
    caps: form.caps,
  });
  const execution = weighted(
    { way: 'share', onZero: 'exclude', measure: { of: 'rate', numerator: decimal(form.ofProject.executed), denominator: decimal(form.ofProject.budget) } },
    form.executionWeight,
  );
  const scaled = ({ units, digits: own }: Drawn): bigint => units * 10n ** BigInt(2 - own);
  const ofDepartment = [
    ...form.bound.map((line) => weighted(line.meaning(over), form.slotPoints, form.bound.length)),
    ...form.common.map(([line, points]) => weighted(line.meaning, points)),
  ];
  const ofProject = [execution, ...form.project.map(([line, points]) => weighted(line.meaning(over), points))];
  const projectFull = decimal({ units: scaled(form.full) + scaled(form.executionWeight), digits: 2 });
  return [table(ofDepartment, decimal(form.full), form.ofDepartment), table(ofProject, projectFull, form.ofProject)];
}

/** What the engine makes of the form, in the oracle's terms. */
export function engineScores(form: OracleForm): readonly [OracleScores, OracleScores] {
  const { basis, cells } = filledForm(form);
  const sheet = createLiveScorer(basis).score(cells);
  const project = sheet.projects[0]!;
  const scores = (items: readonly ItemScore[], total: ScoreTotal): OracleScores => ({
    lines: items.map(textOf),
    total: total.score,
  });
  return [scores(sheet.items, sheet.total), scores([project.execution, ...project.items], project.total)];
}

/** Points as shown; null where the leaf does not apply; why it has none where a figure is wanting. */
function textOf({ status, score, trace }: ItemScore): string | null {
  if (status === 'scored') return score;
  return status === 'excluded' ? null : trace.steps.flatMap((step) => (step.step === 'lack' ? [step.reason] : [])).join('；');
}
