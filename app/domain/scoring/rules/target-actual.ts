import { fieldAddress } from '../../form/cell-address';
import { COMPARATOR_SIGNS } from '../../form/indicator-system-version';
import { div, type Exact, fraction, isZero } from '../../shared/fraction';
import { figureText } from '../number-text';
import { readNumber } from '../read-cell';
import type { TraceStep } from '../trace';
import { missingOutcome, type OnMissing, type Outcome, type Subject } from './outcome';

/** 目标值 and 实际完成值 in the same unit. */
export interface TargetActual {
  readonly target: Exact;
  readonly actual: Exact;
  readonly unit: string;
  readonly printed: Pick<Outcome, 'target' | 'actual' | 'completion'>;
  readonly steps: readonly TraceStep[];
}

/** Target as printed: sign, figure and unit; words stay as they are. */
export function targetText(subject: Subject): string {
  const { target, comparator, targetText: typed } = subject.entry;
  if (target === null) return '';
  return target.kind === 'number' ? `${COMPARATOR_SIGNS[comparator]}${figureText(fraction(target.value), target.unit)}` : (typed ?? '');
}

/** Reads both figures, or gives the outcome for what is missing. A target without a figure cannot be scored by any ratio. */
export function readTargetActual(subject: Subject, onMissing: OnMissing): TargetActual | Outcome {
  const { target, targetText: typed, prefix } = subject.entry;
  const cell = subject.read(fieldAddress(prefix, 'actual'));
  const printed = targetText(subject);
  if (target === null || target.kind === 'words') {
    const reason = target === null ? '没有目标值' : `目标值“${target.text}”不是数字`;
    return missingOutcome(onMissing, [cell], { target: printed, steps: [{ label: '目标值', expression: `${reason}，不能按比例计分`, result: '—' }] });
  }
  const assumed = target.assumptions.length > 0 ? `（${target.assumptions.join('；')}）` : '';
  const targetStep: TraceStep = { label: '目标值', expression: `批复“${typed}”${assumed}`, result: printed };
  const number = readNumber(cell);
  if (!number) return missingOutcome(onMissing, [cell], { target: printed, steps: [targetStep], actual: cell.typed.trim() });
  const goal = fraction(target.value);
  return {
    target: goal,
    actual: number.value,
    unit: target.unit,
    printed: { target: printed, actual: figureText(number.value, number.unit), completion: isZero(goal) ? null : div(number.value, goal) },
    steps: [targetStep, number.step],
  };
}

export function isOutcome(read: TargetActual | Outcome): read is Outcome {
  return 'status' in read;
}
