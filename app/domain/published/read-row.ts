import type { Comparator, IndicatorKind } from '../form/indicator-system-version';
import { type ParsedTarget, parseTarget } from '../form/parse-target';
import { type ActualReading, readActual } from '../form/read-actual';
import { type NameDirection, directionOfName } from '../form/direction-of-name';
import { targetInName } from '../form/target-in-name';
import { chineseDate } from '../form/parse-date';
import { halfWidth } from '../form/typed-text';
import { expandFraction, fraction } from '../shared/fraction-text';
import type { TableLayout, TableRow } from './lay-out-table';
import { ROW_NOTES } from './row-notes';

/** The words of one line read, before it is scored. */
export interface RowReading {
  readonly row: TableRow;
  /** null: the cell is empty, or holds something that is no target. */
  readonly target: ParsedTarget | null;
  readonly targetText: string | null;
  readonly actual: ActualReading;
  readonly kind: IndicatorKind;
  /** The sign the target itself carries. */
  readonly comparator: Comparator | null;
  /** What the name says of the direction; asked for only where the target carries no sign. */
  readonly nameDirection: NameDirection;
  /** The name holds a figure that no target cell holds. */
  readonly hidesTarget: boolean;
  /** Whatever was supposed, left aside or could not be read, in Chinese. */
  readonly notes: readonly string[];
}

const NO_TARGET: ParsedTarget = { kind: 'none', text: '' };

/** Reads target and actual of a line. Nothing is guessed: what was supposed is said in `notes`. */
export function readRow(row: TableRow, { fiscalYear, pointsInTargets }: TableLayout): RowReading {
  const { target_text: printedTarget, actual_text: printedActual } = row.cells;
  const targetText = printedTarget === null || halfWidth(printedTarget) === '' ? null : printedTarget;
  const pointsNote = targetText === null || pointsInTargets === null ? null : ROW_NOTES.pointsAsTarget(pointsInTargets);
  const target: ParsedTarget | null =
    targetText === null ? null : pointsNote === null ? parseTarget(targetText, '', fiscalYear) : { kind: 'words', text: targetText.trim(), reason: pointsNote };
  const actual = readActual(printedActual ?? '', target ?? NO_TARGET, fiscalYear);
  const hidden = row.name === null ? null : targetInName(row.name);
  const isHidden = hidden !== null && !isSameFigure(hidden.target, target);
  const notes = [...row.notes];
  if (row.isExecutionLine) notes.push(ROW_NOTES.executionLine);
  if (row.isParent) notes.push(ROW_NOTES.parent);
  if (target === null && !row.isParent) notes.push(ROW_NOTES.emptyTarget);
  if (isHidden) notes.push(ROW_NOTES.targetInName(hidden.text, target?.kind !== 'number'));
  notes.push(...targetNotes(target), ...actualNotes(actual, target, printedActual, row.isParent));
  return {
    row,
    target,
    targetText,
    actual,
    kind: target?.kind === 'words' && pointsNote === null && !isFigureGoneWrong(target.text, actual) ? 'qualitative' : 'quantitative',
    comparator: target?.kind === 'number' ? target.comparator : null,
    nameDirection: directionOfName(row.name ?? ''),
    hidesTarget: isHidden,
    notes,
  };
}

/** Words with a digit in them beside a figure: "M.8万元" against 14.8万元 is a figure that cannot be read. */
function isFigureGoneWrong(target: string, actual: ActualReading): boolean {
  return /\d/.test(halfWidth(target)) && actual.kind === 'number';
}

function isSameFigure(named: Extract<ParsedTarget, { kind: 'number' }>, target: ParsedTarget | null): boolean {
  return target?.kind === 'number' && target.value === named.value && (target.unit === named.unit || target.unit === '');
}

function targetNotes(target: ParsedTarget | null): readonly string[] {
  if (target === null) return [];
  if (target.kind === 'none') return [ROW_NOTES.notApplicable];
  if (target.kind === 'words') return [target.reason];
  const deadline = target.kind === 'number' && target.deadline !== undefined ? [ROW_NOTES.deadline(chineseDate(target.deadline))] : [];
  return [...target.assumptions, ...deadline];
}

function actualNotes(actual: ActualReading, target: ParsedTarget | null, printed: string | null, isParent: boolean): readonly string[] {
  const isFigure = target !== null && target.kind !== 'words' && target.kind !== 'none';
  switch (actual.kind) {
    case 'empty':
      return isParent ? [] : [ROW_NOTES.emptyActual];
    case 'none':
      return target?.kind === 'none' ? [] : [ROW_NOTES.noActual((printed ?? '').trim())];
    case 'words':
      return isFigure ? [actual.reason] : [];
    case 'date':
      return isFigure ? actual.assumptions : [];
    case 'number': {
      if (!isFigure) return [];
      const { deadline } = target.kind === 'number' ? target : {};
      const late = deadline !== undefined && actual.date !== undefined && actual.date > deadline;
      return late ? [...actual.assumptions, ROW_NOTES.pastDeadline(chineseDate(actual.date!), chineseDate(deadline))] : actual.assumptions;
    }
  }
}

/** A target as it was read: a figure with its unit, both bounds, a day, or the words; null where there is none. */
export function targetShown({ target, kind }: RowReading): string | null {
  if (target === null || target.kind === 'none') return null;
  if (target.kind === 'number') return figure(target.value, target.unit);
  if (target.kind === 'range') return `${target.low}–${figure(target.high, target.unit)}`;
  if (target.kind === 'date') return target.date;
  return kind === 'qualitative' ? target.text : null;
}

/** An actual as it was read; null where there is none. */
export function actualShown({ actual, target, kind }: RowReading): string | null {
  if (actual.kind === 'empty' || actual.kind === 'none') return null;
  if (actual.kind === 'date') return actual.date;
  if (actual.kind === 'words') return actual.text;
  return target?.kind === 'words' && kind === 'quantitative' && actual.unit === '' ? null : figure(actual.value, actual.unit);
}

function figure(value: string, unit: string): string {
  return (value.includes('/') ? expandFraction(fraction(value), 8) : value) + unit;
}
