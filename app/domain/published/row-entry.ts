import type { Comparator } from '../form/indicator-system-version';
import type { IndicatorEntry } from '../form/indicator-entry';
import type { ParsedTarget } from '../form/parse-target';
import type { ScoringRule } from '../scoring/scoring-rule';
import { isZero, ONE } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { RowReading } from './read-row';
import { rowAddresses } from './row-cells';
import { PUBLISHED_SOURCE } from './standard-form';

/** Stands for a name that is not legible, different on every line. */
export function nameOrNumber({ index, name }: RowReading['row']): string {
  return name ?? `第 ${index + 1} 行（名称缺失）`;
}

/** Without a sign a target of 0 is met by 0 alone; any other is met from itself on. */
export function defaultComparator(target: ParsedTarget | null): Comparator {
  return target?.kind === 'number' && isZero(fraction(target.value)) ? 'eq' : 'gte';
}

/** One line as the engine scores it. A line without points of its own is measured by a weight of 1, which nothing shows. */
export function rowEntry(reading: RowReading, comparator: Comparator, fiscalYear: number | null): IndicatorEntry {
  const { row, target, targetText, actual } = reading;
  const addresses = rowAddresses(row.index);
  const onMissing = actual.kind === 'none' ? 'exclude' : 'block_submit';
  return {
    origin: 'project',
    code: addresses.prefix,
    addresses,
    project: null,
    primary: row.cells.l1 ?? '',
    secondary: row.cells.l2 ?? '',
    name: nameOrNumber(row),
    definition: '',
    criteria: '',
    weight: row.weight ?? ONE,
    kind: reading.kind,
    comparator,
    targetText,
    target,
    unit: target?.kind === 'number' || target?.kind === 'range' ? target.unit : '',
    inputs: [],
    rule: ruleOf(reading, comparator, onMissing),
    fiscalYear,
    partOf: partOf(row),
    overAchievement: null,
    source: PUBLISHED_SOURCE,
  };
}

function ruleOf({ target, kind }: RowReading, comparator: Comparator, onMissing: ScoringRule['onMissing']): ScoringRule {
  if (kind === 'qualitative') return { type: 'tier_judgement', onMissing };
  if (target?.kind === 'range') return { type: 'range', outside: 'proportional', onMissing };
  if (target?.kind === 'date') return { type: 'date', late: 'zero', onMissing };
  if (comparator === 'lte' || comparator === 'lt') return { type: 'ratio_reverse', variant: 'linear', onMissing };
  return { type: 'ratio', measure: { kind: 'target_actual' }, onMissing, onZeroDenominator: 'full' };
}

/** What the line's points are inside of: those of the line above, or of nothing that is printed. */
function partOf({ parent, weight }: RowReading['row']): string | null {
  if (parent !== null && parent.weight !== null) return rowAddresses(parent.index).prefix;
  return weight === null ? 'unweighted' : null;
}
