import type { CellAddress } from '../form/cell-address';
import type { Quote } from '../narrative/prose';

/** E 错误 blocks 报送, W 警告 needs a written answer, I 提示 informs. */
export type FindingLevel = 'E' | 'W' | 'I';

/** What a finding asks for: a written explanation, a corrected figure, a supporting file; null when it only informs. */
export type FindingAnswer = 'explain' | 'correct' | 'attach' | null;

export interface Finding {
  /** Id of the check in the catalogue, e.g. "A04". */
  readonly id: string;
  /** Unique within one run and stable between runs: the id, and what it concerns ("C02.LZ-04"). `answers.<key>` is the cell that answers it. */
  readonly key: string;
  readonly level: FindingLevel;
  /** Plain Chinese with both figures: what, where, what to do. */
  readonly message: string;
  /** The cells it concerns, first the one to jump to. */
  readonly addresses: readonly CellAddress[];
  /** The sentences it concerns, with their offsets; absent when it concerns none. */
  readonly quotes?: readonly Quote[];
  readonly answer: FindingAnswer;
  /** The written answer: from `answers.<key>`, else from the 偏差原因 cell that the check accepts as one; empty when there is none. */
  readonly answered: string;
}

/** A figure that was checked and is right. */
export interface Confirmation {
  readonly id: string;
  readonly message: string;
  readonly addresses: readonly CellAddress[];
  readonly quotes?: readonly Quote[];
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly confirmations: readonly Confirmation[];
  /** True when an E or a W stands that no written explanation answers; an E is answered that way only where `answer` is "explain". */
  readonly blocksSubmission: boolean;
}
