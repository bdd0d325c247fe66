import type { IndicatorEntry } from '../../form/indicator-entry';
import { type Exact, ZERO } from '../../shared/fraction';
import { figureText } from '../number-text';
import { type CellReader, labelOf, problemOf, type ReadCell } from '../read-cell';
import type { RuleNeeds } from '../rule-needs';
import type { ItemStatus } from '../score-sheet';
import type { ScoringRule } from '../scoring-rule';
import type { TraceStep } from '../trace';

/** What a rule scores: one leaf and the cells around it. */
export interface Subject {
  readonly entry: IndicatorEntry;
  readonly read: CellReader;
}

/** What separates an item from full marks, where one figure decides. */
export interface Gap {
  readonly direction: 'raise' | 'lower';
  /** Name of the figure when it is not 实际完成值 itself. */
  readonly figure: string | null;
  readonly amount: Exact;
  readonly unit: string;
}

/** What a rule makes of its figures. `score` is exact and within 0 … weight. */
export interface Outcome {
  readonly status: ItemStatus;
  readonly score: Exact;
  readonly target: string;
  readonly actual: string;
  /** a/t (1 = 100 %) where both are numbers. */
  readonly completion: Exact | null;
  readonly met: boolean | null;
  readonly missing: readonly string[];
  readonly steps: readonly TraceStep[];
  readonly gap: Gap | null;
}

/** One rule type: its name and rule in words, and how it scores. A new rule type is one such file and one line in `registry.ts`. */
export interface RuleHandler<R extends ScoringRule> {
  readonly title: string;
  readonly needs: (rule: R) => RuleNeeds;
  /** The rule in Chinese with its parameters, as the receipt prints it. */
  readonly describe: (rule: R, entry: IndicatorEntry) => string;
  readonly score: (rule: R, subject: Subject) => Outcome;
}

export type OnMissing = ScoringRule['onMissing'];

/**
 * The outcome when needed cells are empty: it blocks 报送 and counts 0, or counts 0, or the leaf does not apply. Text that is there but
 * unreadable always blocks: a slip of the pen never makes a leaf inapplicable.
 */
export function missingOutcome(whenEmpty: OnMissing, cells: readonly ReadCell[], partial: Pick<Outcome, 'target'> & Partial<Outcome>): Outcome {
  const onMissing: OnMissing = cells.some((cell) => cell.parsed.status === 'invalid') ? 'block_submit' : whenEmpty;
  const steps = cells.map((cell): TraceStep => ({ label: labelOf(cell), expression: problemOf(cell), result: '—' }));
  const decision: Readonly<Record<OnMissing, string>> = { block_submit: '暂计 0 分，补齐后方可报送', zero: '按 0 分计', exclude: '本项不适用，不计分值' };
  return {
    actual: '',
    completion: null,
    ...partial,
    met: null,
    gap: null,
    status: onMissing === 'block_submit' ? 'missing' : onMissing === 'zero' ? 'scored' : 'excluded',
    score: ZERO,
    missing: onMissing === 'block_submit' ? cells.map((cell) => cell.address) : [],
    steps: [...(partial.steps ?? []), ...steps, { label: '缺项处理', expression: decision[onMissing], result: onMissing === 'exclude' ? '不适用' : '0 分' }],
  };
}

/** The outcome when a denominator is zero; nothing is divided. */
export function emptyDenominatorOutcome(
  decision: 'full' | 'exclude' | 'zero',
  denominator: string,
  weight: Exact,
  partial: Pick<Outcome, 'target' | 'steps'>,
): Outcome {
  const words = { full: '按满分计', exclude: '本项不适用，不计分值', zero: '按 0 分计' } as const;
  return {
    target: partial.target,
    actual: '不适用',
    completion: null,
    met: null,
    gap: null,
    status: decision === 'exclude' ? 'excluded' : 'scored',
    score: decision === 'full' ? weight : ZERO,
    missing: [],
    steps: [
      ...partial.steps,
      {
        label: '分母为零',
        expression: `“${denominator}”为 0，不作除法，${words[decision]}`,
        result: decision === 'exclude' ? '不适用' : figureText(decision === 'full' ? weight : ZERO, ' 分'),
      },
    ],
  };
}
