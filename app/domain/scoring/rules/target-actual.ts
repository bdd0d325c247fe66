import { COMPARATOR_SIGNS } from '../../form/indicator-system-version';
import type { IndicatorEntry } from '../../form/indicator-entry';
import type { ParsedTarget } from '../../form/parse-target';
import { type Exact, isZero } from '../../shared/fraction';
import { fraction } from '../../shared/fraction-text';
import { decimalFigure } from '../number-text';
import { type ReadCell, readNumber } from '../read-cell';
import { excludedOutcome, missingOutcome, type OnMissing, type Outcome, readOwn, type Subject } from './outcome';

type NumberTarget = Extract<ParsedTarget, { kind: 'number' }>;
type RangeTarget = Extract<ParsedTarget, { kind: 'range' }>;

/** 实际完成值 beside a target that is one figure, both in the target's unit; the derivation knows them as `target` and `actual`. */
export interface TargetActual {
  readonly target: Exact;
  readonly actual: Exact;
  readonly unit: string;
  readonly printed: Pick<Outcome, 'target' | 'actual' | 'completion'>;
}

/** 实际完成值 beside a target that is a range; the derivation knows `low`, `high` and `actual`. */
export interface RangeActual {
  readonly low: Exact;
  readonly high: Exact;
  readonly actual: Exact;
  readonly unit: string;
  readonly printed: Pick<Outcome, 'target' | 'actual' | 'completion'>;
}

/** Target as printed: sign, figure and unit; a range with both bounds; words and dates as they were approved. */
export function targetText({ target, comparator, targetText: typed }: Pick<IndicatorEntry, 'target' | 'comparator' | 'targetText'>): string {
  if (target === null) return '';
  if (target.kind === 'number') return COMPARATOR_SIGNS[comparator] + decimalFigure(target.value) + target.unit;
  if (target.kind === 'range') return `${decimalFigure(target.low)}–${decimalFigure(target.high)}${target.unit}`;
  return typed ?? '';
}

/** Reads both figures, or gives the outcome for what is missing. A target without a figure cannot be scored by any ratio. */
export function readTargetActual(subject: Subject, onMissing: OnMissing): TargetActual | Outcome {
  const { target } = subject.entry;
  const printed = targetText(subject.entry);
  if (target?.kind !== 'number') return withoutFigure(subject, onMissing, printed);
  const goal = approve(subject, 'target', '目标值', target.value, target);
  const actual = readActual(subject, onMissing, printed);
  if ('status' in actual) return actual;
  const completion = isZero(goal) ? null : { actual: actual.value, target: goal };
  return { target: goal, actual: actual.value, unit: target.unit, printed: { target: printed, actual: actual.text, completion } };
}

/** Reads both bounds and the actual, or gives the outcome for what is missing. */
export function readRangeActual(subject: Subject, target: RangeTarget, onMissing: OnMissing): RangeActual | Outcome {
  const printed = targetText(subject.entry);
  const low = approve(subject, 'low', '目标值下限', target.low, target);
  const high = approve(subject, 'high', '目标值上限', target.high, target);
  const actual = readActual(subject, onMissing, printed);
  if ('status' in actual) return actual;
  return { low, high, actual: actual.value, unit: target.unit, printed: { target: printed, actual: actual.text, completion: null } };
}

/** The outcome for a target no figure can be taken from: it does not apply, or it is words. */
export function withoutFigure(subject: Subject, onMissing: OnMissing, printed: string): Outcome {
  const { target, targetText: typed } = subject.entry;
  if (target?.kind === 'none') return excludedOutcome(subject, printed);
  const reason = target === null ? '没有目标值' : `目标值“${typed ?? ''}”不是数字`;
  subject.derive.note({ step: 'lack', label: '目标值', address: null, reason: `${reason}，不能按比例计分` });
  return missingOutcome(subject, onMissing, [readOwn(subject, 'actual')], { target: printed });
}

function approve(subject: Subject, name: string, label: string, value: string, target: NumberTarget | RangeTarget): Exact {
  const exact = fraction(value);
  subject.derive.define(name, exact);
  subject.derive.note({
    step: 'read',
    name,
    label,
    from: 'approved',
    address: null,
    typed: subject.entry.targetText ?? '',
    sign: target.kind === 'number' ? COMPARATOR_SIGNS[subject.entry.comparator] : '',
    value,
    unit: target.unit,
    conversion: null,
    assumptions: target.assumptions,
  });
  return exact;
}

function readActual(subject: Subject, onMissing: OnMissing, target: string): { readonly value: Exact; readonly text: string } | Outcome {
  const cell: ReadCell = readOwn(subject, 'actual');
  const number = readNumber(cell, 'actual');
  if (!number) return missingOutcome(subject, onMissing, [cell], { target, actual: cell.typed.trim() });
  subject.derive.read(number);
  return { value: number.value, text: decimalFigure(number.step.value) + number.step.unit };
}

export function isOutcome<T extends object>(read: T | Outcome): read is Outcome {
  return (read as Partial<Outcome>).status !== undefined;
}
