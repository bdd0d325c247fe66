import type { FormBasis } from '../../form/form-basis';
import { commonIndicatorSchema, type IndicatorInput, slotBindingSchema } from '../../form/indicator-system-version';
import type { CellTexts } from '../../form/sections';
import { createLiveScorer } from '../live-scorer';
import type { ItemScore, LiveScoreSheet } from '../score-sheet';
import type { Rounding } from '../scoring-rule';

const ROUNDING: Rounding = { scope: 'total', digits: 2, mode: 'half_up' };
const BANDS = [
  { grade: 'excellent', atLeast: '90' },
  { grade: 'good', atLeast: '80' },
  { grade: 'fair', atLeast: '60' },
  { grade: 'poor', atLeast: '0' },
] as const;

/** The smallest form that holds what is given: slots share `points`, common indicators bring their own weights. */
export function smallBasis(given: {
  readonly bindings?: readonly Record<string, unknown>[];
  readonly indicators?: readonly Record<string, unknown>[];
  readonly points?: string;
  readonly totalWeight?: string;
  readonly rounding?: Rounding;
}): FormBasis {
  const noDeduction = { type: 'deduction_list', items: [{ input: 'none', pointsEach: '0' }], onMissing: 'zero' };
  const filler = { code: 'ZZ-99', weight: '0', inputs: [], rule: noDeduction };
  const indicators = (given.indicators ?? [filler]).map((indicator: Record<string, unknown>, index) =>
    commonIndicatorSchema.parse({
      code: `GL-${String(index + 1).padStart(2, '0')}`,
      primary: '管理效率',
      secondary: '预算执行',
      name: `共性指标${index + 1}`,
      definition: '定义',
      criteria: '标准',
      source: '测试',
      ...indicator,
    }),
  );
  return {
    system: {
      code: 'small',
      name: '测试',
      version: 1,
      totalWeight: given.totalWeight ?? '100',
      slots: { codePrefix: 'LZ', primary: '履职效能', secondary: '重点工作任务', points: given.points ?? '0', count: 1, min: 1, max: 99 },
      indicators,
      rounding: given.rounding ?? ROUNDING,
      gradeBands: [...BANDS],
    },
    projectForm: {
      code: 'form',
      name: '项目支出绩效自评表',
      version: 1,
      executionWeight: '10',
      primaries: [{ name: '产出指标', weight: '90', secondaries: ['数量指标'] }],
      rounding: given.rounding ?? ROUNDING,
      gradeBands: [...BANDS],
      source: '财预〔2020〕10号',
    },
    bindings: (given.bindings ?? []).map((binding, index) =>
      slotBindingSchema.parse({ name: `个性指标${index + 1}`, definition: '定义', kind: 'quantitative', ...binding }),
    ),
    projects: [],
  };
}

/** Scores one slot binding that has all `weight` points; `cells` are its fields: actual, tier, judged_points … */
export function scoreBinding(binding: Record<string, unknown>, cells: CellTexts, weight = '5', rounding = ROUNDING): ItemScore {
  const basis = smallBasis({ bindings: [binding], points: weight, rounding });
  return createLiveScorer(basis).score(Object.fromEntries(Object.entries(cells).map(([field, text]) => [`indicators.LZ-01.${field}`, text]))).items[0]!;
}

/** Scores one common indicator; `inputs` are its figures, `cells` any other cells of the form. */
export function scoreCommon(
  indicator: { readonly weight: string; readonly rule: Record<string, unknown>; readonly inputs?: readonly IndicatorInput[] },
  inputs: CellTexts,
  cells: CellTexts = {},
): ItemScore {
  const texts = Object.fromEntries(Object.entries(inputs).map(([key, text]) => [`indicators.GL-01.inputs.${key}`, text]));
  return createLiveScorer(smallBasis({ indicators: [{ inputs: [], ...indicator }] })).score({ ...texts, ...cells }).items[0]!;
}

export function sheetOf(basis: FormBasis, cells: CellTexts): LiveScoreSheet {
  return createLiveScorer(basis).score(cells);
}
