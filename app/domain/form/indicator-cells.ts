import type { RuleNeeds } from '../scoring/rule-needs';
import type { Rounding } from '../scoring/scoring-rule';
import { fieldAddress, type IndicatorField, inputAddress } from './cell-address';
import type { CellSpec, SectionKey } from './form-model';
import type { IndicatorEntry } from './indicator-entry';
import type { IndicatorInput } from './indicator-system-version';
import { MAX_LENGTH } from './max-lengths';
import { pointsMaximum } from './points-maximum';

/**
 * The cells of one leaf: what its rule reads first, then 自评得分 with its reason and 偏差原因. An empty 自评得分 means that the system's
 * score is adopted; it is written in when the form is sent (`prefillSelfScores`).
 */
export function indicatorCells(entry: IndicatorEntry, needs: RuleNeeds, rounding: Rounding, section: SectionKey): CellSpec[] {
  const owner = { section, subject: entry.name, indicator: entry.code, ...(entry.project === null ? {} : { project: entry.project }) };
  const field = (name: IndicatorField, label: string, more: Pick<CellSpec, 'kind' | 'required' | 'maxLength'> & Partial<CellSpec>): CellSpec => ({
    ...owner,
    address: fieldAddress(entry.prefix, name),
    label,
    unit: '',
    ...more,
  });
  const points = { kind: 'points', unit: '分', maximum: pointsMaximum(entry.weight, rounding), maxLength: MAX_LENGTH.figure } as const;
  const cells: CellSpec[] = [];
  if (needs.actual && entry.target?.kind === 'date') {
    cells.push(field('actual', '实际完成时间', { kind: 'date', required: true, maxLength: MAX_LENGTH.figure, help: '填写完成的日期，例如 2024年12月25日' }));
  } else if (needs.actual) {
    cells.push(field('actual', '实际完成值', { kind: 'quantity', unit: entry.unit, required: true, maxLength: MAX_LENGTH.figure }));
  } else if (entry.targetText !== null) {
    cells.push(field('actual', '实际完成情况', { kind: 'long_text', required: true, maxLength: MAX_LENGTH.reason, help: '写明取得的结果，不要重复指标内容' }));
  }
  for (const input of entry.inputs) cells.push(inputCell(entry, input, owner));
  if (needs.tier) cells.push(field('tier', '评判等级', { kind: 'tier', required: true, maxLength: MAX_LENGTH.figure }));
  if (needs.judgedPoints) {
    const help = needs.tier ? '在所选等级的得分区间内填写' : '在 0 与分值之间评分，扣分的说明原因';
    cells.push(field('judged_points', '评判得分', { ...points, required: true, help }));
  }
  cells.push(field('self_score', '自评得分', { ...points, required: false, help: '不填即采用系统测算分；与系统测算分不同的，须说明理由' }));
  cells.push(field('self_score_reason', '自评得分说明', { kind: 'long_text', required: false, maxLength: MAX_LENGTH.reason }));
  cells.push(field('deviation', '偏差原因分析及改进措施', { kind: 'long_text', required: false, maxLength: MAX_LENGTH.reason }));
  return cells;
}

const DEFAULT_UNITS: Readonly<Record<IndicatorInput['kind'], string>> = { count: '', money: '万元', percent: '%', decimal: '', yes_no: '' };

/** Unit of a figure an indicator asks for. */
export function inputUnit(input: IndicatorInput): string {
  return input.unit ?? DEFAULT_UNITS[input.kind];
}

function inputCell(entry: IndicatorEntry, input: IndicatorInput, owner: Pick<CellSpec, 'section'> & Partial<CellSpec>): CellSpec {
  return {
    ...owner,
    address: inputAddress(entry.prefix, input.key),
    label: input.label,
    kind: input.kind,
    unit: inputUnit(input),
    required: true,
    maxLength: MAX_LENGTH.figure,
    ...(input.help === undefined ? {} : { help: input.help }),
  };
}
