import type { RuleNeeds } from '../scoring/rule-needs';
import type { Rounding } from '../scoring/scoring-rule';
import type { CellAddress, IndicatorField } from './cell-address';
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
  const points = pointsMaximum(entry.weight, rounding);
  const cells: CellSpec[] = [];
  if (needs.actual && entry.target?.kind === 'date') {
    cells.push(cell(entry, section, 'actual', { label: '实际完成时间', kind: 'date', required: true, help: '填写完成的日期，例如 2024年12月25日' }));
  } else if (needs.actual) {
    cells.push(cell(entry, section, 'actual', { label: '实际完成值', kind: 'quantity', unit: entry.unit, required: true }));
  } else if (entry.targetText !== null) {
    cells.push(cell(entry, section, 'actual', { label: '实际完成情况', kind: 'long_text', required: true, help: '写明取得的结果，不要重复指标内容' }));
  }
  for (const input of entry.inputs) {
    cells.push(cell(entry, section, `inputs.${input.key}`, { label: input.label, kind: input.kind, unit: inputUnit(input), required: true, help: input.help }));
  }
  if (needs.tier) cells.push(cell(entry, section, 'tier', { label: '评判等级', kind: 'tier', required: true }));
  if (needs.judgedPoints) {
    const help = needs.tier ? '在所选等级的得分区间内填写' : '在 0 与分值之间评分，扣分的说明原因';
    cells.push(cell(entry, section, 'judged_points', { label: '评判得分', kind: 'points', unit: '分', required: true, help, maximum: points }));
  }
  cells.push(
    cell(entry, section, 'self_score', { label: '自评得分', kind: 'points', unit: '分', required: false, help: '不填即采用系统测算分；与系统测算分不同的，须说明理由', maximum: points }),
    cell(entry, section, 'self_score_reason', { label: '自评得分说明', kind: 'long_text', required: false }),
    cell(entry, section, 'deviation', { label: '偏差原因分析及改进措施', kind: 'long_text', required: false }),
  );
  return cells;
}

type Part = Pick<CellSpec, 'label' | 'kind' | 'required'> & Partial<Pick<CellSpec, 'unit' | 'help' | 'maximum'>>;

/** One literal for all cells: a district has tens of thousands of them, and objects of one shape are quick. */
function cell(entry: IndicatorEntry, section: SectionKey, field: IndicatorField | `inputs.${string}`, part: Part): CellSpec {
  const { kind } = part;
  return {
    address: `${entry.prefix}.${field}` as CellAddress,
    section,
    subject: entry.name,
    indicator: entry.code,
    project: entry.project ?? undefined,
    label: part.label,
    kind,
    unit: part.unit ?? '',
    required: part.required,
    maxLength: kind === 'long_text' ? MAX_LENGTH.reason : MAX_LENGTH.figure,
    maximum: part.maximum,
    fiscalYear: kind === 'date' ? (entry.fiscalYear ?? undefined) : undefined,
    help: part.help,
  };
}

const DEFAULT_UNITS: Readonly<Record<IndicatorInput['kind'], string>> = { count: '', money: '万元', percent: '%', decimal: '', yes_no: '' };

/** Unit of a figure an indicator asks for. */
export function inputUnit(input: IndicatorInput): string {
  return input.unit ?? DEFAULT_UNITS[input.kind];
}
