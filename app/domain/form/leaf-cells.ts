import type { RuleNeeds } from '../scoring/rule-needs';
import type { Rounding } from '../scoring/scoring-rule';
import type { DecimalText } from '../shared/decimal-text';
import { inputField, type LeafField } from './leaf-addresses';
import type { CellSpec } from './form-model';
import type { IndicatorEntry } from './indicator-entry';
import type { IndicatorInput } from './indicator-system-version';
import { remembering } from '../shared/remember';
import { MAX_LENGTH } from './max-lengths';
import { pointsMaximum } from './points-maximum';

/** What a cell holds, apart from where it stands: leaves of the same kind share it. */
export type CellPart = Pick<CellSpec, 'label' | 'kind' | 'unit' | 'required' | 'maxLength' | 'maximum' | 'fiscalYear' | 'help'>;

/** One cell of a leaf; its address is `<prefix>.<field>`. */
export interface LeafCell {
  readonly field: LeafField;
  readonly part: CellPart;
}

type Given = Pick<CellPart, 'label' | 'kind' | 'required'> & Partial<CellPart>;

function partOf(given: Given): CellPart {
  return {
    label: given.label,
    kind: given.kind,
    unit: given.unit ?? '',
    required: given.required,
    maxLength: given.kind === 'long_text' ? MAX_LENGTH.reason : MAX_LENGTH.figure,
    maximum: given.maximum,
    fiscalYear: given.fiscalYear,
    help: given.help,
  };
}

/** Units and weights of one district are few. */
const MAX_KEPT = 1000;

const actualIn = remembering(MAX_KEPT, (unit) => partOf({ label: '实际完成值', kind: 'quantity', unit, required: true }));
const completionDay = remembering(MAX_KEPT, (year) =>
  partOf({ label: '实际完成时间', kind: 'date', required: true, help: '填写完成的日期，例如 2024年12月25日', fiscalYear: year === '' ? undefined : parseInt(year, 10) }),
);
const selfScoreUpTo = remembering(MAX_KEPT, (maximum) =>
  partOf({ label: '自评得分', kind: 'points', unit: '分', required: false, help: '不填即采用系统测算分；与系统测算分不同的，须说明理由', maximum }),
);
const NOT_ASKED = partOf({ label: '实际完成值', kind: 'quantity', required: false, help: '批复的目标值为不适用，不必填写' });
const STATED = partOf({ label: '实际完成情况', kind: 'long_text', required: true, help: '写明取得的结果，不要重复指标内容' });
const TIER = partOf({ label: '评判等级', kind: 'tier', required: true });
const REASON = partOf({ label: '自评得分说明', kind: 'long_text', required: false });
const DEVIATION = partOf({ label: '偏差原因分析及改进措施', kind: 'long_text', required: false });
const judgedInTier = judgedUpTo('在所选等级的得分区间内填写');
const judgedFreely = judgedUpTo('在 0 与分值之间评分，扣分的说明原因');

function judgedUpTo(help: string): (maximum: DecimalText) => CellPart {
  return remembering(MAX_KEPT, (maximum) => partOf({ label: '评判得分', kind: 'points', unit: '分', required: true, help, maximum }));
}

/**
 * The cells of one leaf: what its rule reads first, then 自评得分 with its reason and 偏差原因. An empty 自评得分 means that the system's
 * score is adopted; it is written in when the form is sent (`prefillSelfScores`).
 */
export function leafCells(entry: IndicatorEntry, needs: RuleNeeds, rounding: Rounding): LeafCell[] {
  const fields: LeafCell['field'][] = [
    'actual',
    ...entry.inputs.map(({ key }) => inputField(key)),
    'tier',
    'judged_points',
    'self_score',
    'self_score_reason',
    'deviation',
  ];
  return fields.flatMap((field) => {
    const part = leafPart(entry, needs, rounding, field);
    return part === null ? [] : [{ field, part }];
  });
}

/** What one field of a leaf holds; null when the leaf has no such cell. */
export function leafPart(entry: IndicatorEntry, needs: RuleNeeds, rounding: Rounding, field: LeafField): CellPart | null {
  switch (field) {
    case 'actual':
      return actualPart(entry, needs);
    case 'tier':
      return needs.tier ? TIER : null;
    case 'judged_points':
      if (!needs.judgedPoints) return null;
      return (needs.tier ? judgedInTier : judgedFreely)(pointsMaximum(entry.weight, rounding));
    case 'self_score':
      return selfScoreUpTo(pointsMaximum(entry.weight, rounding));
    case 'self_score_reason':
      return REASON;
    case 'deviation':
      return DEVIATION;
    default: {
      const input = entry.inputs.find(({ key }) => field.length === key.length + 'inputs.'.length && field.endsWith(key));
      return input === undefined ? null : inputPart(input);
    }
  }
}

function actualPart(entry: IndicatorEntry, needs: RuleNeeds): CellPart | null {
  if (!needs.actual) return entry.targetText === null ? null : STATED;
  if (entry.target?.kind === 'date') return completionDay(entry.fiscalYear?.toString() ?? '');
  return entry.target?.kind === 'none' ? NOT_ASKED : actualIn(entry.unit);
}

const inputs = new WeakMap<IndicatorInput, CellPart>();

function inputPart(input: IndicatorInput): CellPart {
  const known = inputs.get(input);
  if (known) return known;
  const part = partOf({ label: input.label, kind: input.kind, unit: inputUnit(input), required: true, help: input.help });
  inputs.set(input, part);
  return part;
}

const DEFAULT_UNITS: Readonly<Record<IndicatorInput['kind'], string>> = { count: '', money: '万元', percent: '%', decimal: '', yes_no: '' };

/** Unit of a figure an indicator asks for. */
export function inputUnit(input: IndicatorInput): string {
  return input.unit ?? DEFAULT_UNITS[input.kind];
}
