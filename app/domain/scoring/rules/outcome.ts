import type { LeafField } from '../../form/leaf-addresses';
import type { IndicatorEntry } from '../../form/indicator-entry';
import { leafPart } from '../../form/leaf-cells';
import { type Exact, ZERO } from '../../shared/fraction';
import type { Branch } from '../branches';
import type { Derivation } from '../derivation';
import type { DerivedItem } from '../derived-item';
import { type CellReader, lackStep, type ReadCell } from '../read-cell';
import type { RuleNeeds } from '../rule-needs';
import type { ItemStatus } from '../score-sheet';
import type { Rounding, ScoringRule } from '../scoring-rule';
import type { Gap } from './gap';

/** The score another leaf or a project has, for rules that are made of scores. */
export interface ScoredPart {
  readonly code: string;
  readonly name: string;
  readonly points: Exact;
  readonly weight: Exact;
  /** 全年预算数 of a project in 万元; null where it is not typed, and for leaves. */
  readonly budget: Exact | null;
}

/** What a rule scores: one leaf, the cells around it, and the derivation it writes while it computes. */
export interface Subject {
  readonly entry: IndicatorEntry;
  readonly needs: RuleNeeds;
  readonly rounding: Rounding;
  readonly cells: CellReader;
  readonly derive: Derivation;
  /** The parts of an aggregate that apply; empty for every other leaf. */
  readonly parts: readonly ScoredPart[];
}

/** Reads a cell of the leaf itself: `actual`, `tier`, `inputs.<key>` … */
export function readOwn({ entry, needs, rounding, cells }: Pick<Subject, 'entry' | 'needs' | 'rounding' | 'cells'>, field: LeafField): ReadCell {
  return cells.read(entry.addresses.of(field), leafPart(entry, needs, rounding, field));
}

export interface Completion {
  readonly actual: Exact;
  readonly target: Exact;
}

/** What a rule makes of its figures; the points themselves are the derivation's `score`. */
export interface Outcome {
  readonly status: ItemStatus;
  /** Exact and within 0 … weight. */
  readonly score: Exact;
  readonly target: string;
  readonly actual: string;
  /** a and t, where a/t is the completion ratio: both numbers, t not 0. */
  readonly completion: Completion | null;
  readonly met: boolean | null;
  readonly missing: readonly string[];
}

/** One rule type: its name and rule in words, and how it scores. A new rule type is one such file and one line in `registry.ts`. */
export interface RuleHandler<R extends ScoringRule> {
  readonly title: string;
  readonly needs: (rule: R) => RuleNeeds;
  /** The rule in Chinese with its parameters, as the receipt prints it. */
  readonly describe: (rule: R, entry: IndicatorEntry) => string;
  readonly score: (rule: R, subject: Subject) => Outcome;
  /** What the derivation of a leaf leaves to more points; absent where no single figure decides. */
  readonly gap?: (rule: R, item: DerivedItem) => Gap | null;
}

export type OnMissing = ScoringRule['onMissing'];
export type OnZeroDenominator = 'full' | 'exclude' | 'zero';
const NOTHING_MISSING: readonly string[] = [];
type Printed = Pick<Outcome, 'target' | 'actual'> & Partial<Pick<Outcome, 'completion'>>;

/** The outcome of a rule that has given points. */
export function scored(subject: Subject, printed: Printed, met: boolean): Outcome {
  return {
    status: 'scored',
    score: subject.derive.value('score'),
    target: printed.target,
    actual: printed.actual,
    completion: printed.completion ?? null,
    met,
    missing: NOTHING_MISSING,
  };
}

export function settleFull(subject: Subject, branch: Branch): void {
  subject.derive.settleFull(branch);
}

export function settleZero(subject: Subject, branch: Branch): void {
  subject.derive.settle(branch, ZERO);
}

const MISSING: Readonly<Record<OnMissing, Branch>> = { block_submit: 'missing_blocks', zero: 'missing_zero', exclude: 'missing_excluded' };

/**
 * The outcome when needed cells are empty: it blocks 报送 and counts 0, or counts 0, or the leaf does not apply. Text that is there but
 * unreadable always blocks: a slip of the pen never makes a leaf inapplicable.
 */
export function missingOutcome(subject: Subject, whenEmpty: OnMissing, cells: readonly ReadCell[], printed: Pick<Outcome, 'target'> & Partial<Outcome>): Outcome {
  const onMissing: OnMissing = cells.some((cell) => cell.parsed.status === 'invalid') ? 'block_submit' : whenEmpty;
  for (const cell of cells) subject.derive.note(lackStep(cell));
  subject.derive.settle(MISSING[onMissing], onMissing === 'exclude' ? null : ZERO);
  return {
    status: onMissing === 'block_submit' ? 'missing' : onMissing === 'zero' ? 'scored' : 'excluded',
    score: ZERO,
    target: printed.target,
    actual: printed.actual ?? '',
    completion: null,
    met: null,
    missing: onMissing === 'block_submit' ? cells.map((cell) => cell.address) : [],
  };
}

const EMPTY: Readonly<Record<OnZeroDenominator, Branch>> = {
  full: 'zero_denominator_full',
  exclude: 'zero_denominator_excluded',
  zero: 'zero_denominator_zero',
};

/** The outcome when a denominator is zero; nothing is divided. */
export function zeroDenominatorOutcome(subject: Subject, decision: OnZeroDenominator, target: string): Outcome {
  const { derive, entry } = subject;
  derive.settle(EMPTY[decision], decision === 'full' ? entry.weight : decision === 'zero' ? ZERO : null);
  return notApplicable(decision === 'exclude' ? 'excluded' : 'scored', decision === 'full' ? entry.weight : ZERO, target);
}

/** The outcome of a leaf whose approved target says that it does not apply this year. */
export function excludedOutcome(subject: Subject, target: string): Outcome {
  subject.derive.settle('not_applicable', null);
  return notApplicable('excluded', ZERO, target);
}

function notApplicable(status: ItemStatus, score: Exact, target: string): Outcome {
  return { status, score, target, actual: '不适用', completion: null, met: null, missing: NOTHING_MISSING };
}
