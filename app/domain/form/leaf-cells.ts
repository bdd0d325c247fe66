import type { RuleNeeds } from '../scoring/rule-needs';
import type { Rounding } from '../scoring/scoring-rule';
import type { DecimalText } from '../shared/decimal-text';
import type { IndicatorField } from './cell-address';
import type { CellSpec } from './form-model';
import type { IndicatorEntry } from './indicator-entry';
import type { IndicatorInput } from './indicator-system-version';
import { MAX_LENGTH } from './max-lengths';
import { pointsMaximum } from './points-maximum';

/** What a cell holds, apart from where it stands: leaves of the same kind share it. */
export type CellPart = Pick<CellSpec, 'label' | 'kind' | 'unit' | 'required' | 'maxLength' | 'maximum' | 'fiscalYear' | 'help'>;

/** One cell of a leaf; its address is `<prefix>.<field>`. */
export interface LeafCell {
  readonly field: IndicatorField | `inputs.${string}`;
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

/** Keeps what was made for a key. Keys are units and weights: few, but texts come from people, so the number is bounded. */
function remembering(make: (key: string) => CellPart): (key: string) => CellPart {
  const known = new Map<string, CellPart>();
  return (key) => {
    const found = known.get(key);
    if (found) return found;
    const made = make(key);
    if (known.size < 1000) known.set(key, made);
    return made;
  };
}

const actualIn = remembering((unit) => partOf({ label: '实际完成值', kind: 'quantity', unit, required: true }));
const completionDay = remembering((year) =>
  partOf({ label: '实际完成时间', kind: 'date', required: true, help: '填写完成的日期，例如 2024年12月25日', fiscalYear: year === '' ? undefined : parseInt(year, 10) }),
);
const selfScoreUpTo = remembering((maximum) =>
  partOf({ label: '自评得分', kind: 'points', unit: '分', required: false, help: '不填即采用系统测算分；与系统测算分不同的，须说明理由', maximum }),
);
const NOT_ASKED = partOf({ label: '实际完成值', kind: 'quantity', required: false, help: '批复的目标值为不适用，不必填写' });
const STATED: LeafCell = { field: 'actual', part: partOf({ label: '实际完成情况', kind: 'long_text', required: true, help: '写明取得的结果，不要重复指标内容' }) };
const TIER: LeafCell = { field: 'tier', part: partOf({ label: '评判等级', kind: 'tier', required: true }) };
const REASON: LeafCell = { field: 'self_score_reason', part: partOf({ label: '自评得分说明', kind: 'long_text', required: false }) };
const DEVIATION: LeafCell = { field: 'deviation', part: partOf({ label: '偏差原因分析及改进措施', kind: 'long_text', required: false }) };

/**
 * The cells of one leaf: what its rule reads first, then 自评得分 with its reason and 偏差原因. An empty 自评得分 means that the system's
 * score is adopted; it is written in when the form is sent (`prefillSelfScores`).
 */
export function leafCells(entry: IndicatorEntry, needs: RuleNeeds, rounding: Rounding): LeafCell[] {
  const maximum = pointsMaximum(entry.weight, rounding);
  const cells: LeafCell[] = [];
  if (needs.actual && entry.target?.kind === 'date') cells.push({ field: 'actual', part: completionDay(entry.fiscalYear?.toString() ?? '') });
  else if (needs.actual) cells.push({ field: 'actual', part: entry.target?.kind === 'none' ? NOT_ASKED : actualIn(entry.unit) });
  else if (entry.targetText !== null) cells.push(STATED);
  for (const input of entry.inputs) cells.push({ field: `inputs.${input.key}`, part: inputPart(input) });
  if (needs.tier) cells.push(TIER);
  if (needs.judgedPoints) cells.push({ field: 'judged_points', part: judgedPart(maximum, needs.tier) });
  cells.push({ field: 'self_score', part: selfScoreUpTo(maximum) }, REASON, DEVIATION);
  return cells;
}

const inputs = new WeakMap<IndicatorInput, CellPart>();

function inputPart(input: IndicatorInput): CellPart {
  const known = inputs.get(input);
  if (known) return known;
  const part = partOf({ label: input.label, kind: input.kind, unit: inputUnit(input), required: true, help: input.help });
  inputs.set(input, part);
  return part;
}

function judgedPart(maximum: DecimalText, byTier: boolean): CellPart {
  const help = byTier ? '在所选等级的得分区间内填写' : '在 0 与分值之间评分，扣分的说明原因';
  return partOf({ label: '评判得分', kind: 'points', unit: '分', required: true, help, maximum });
}

const DEFAULT_UNITS: Readonly<Record<IndicatorInput['kind'], string>> = { count: '', money: '万元', percent: '%', decimal: '', yes_no: '' };

/** Unit of a figure an indicator asks for. */
export function inputUnit(input: IndicatorInput): string {
  return input.unit ?? DEFAULT_UNITS[input.kind];
}
