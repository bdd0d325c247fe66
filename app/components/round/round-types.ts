import type { RoundState } from '~/app/domain/round/assignment-state';

/** How many departments stand where; `returned` and `overdue` are flags beside the state. */
export interface ProgressCounts {
  readonly total: number;
  readonly notStarted: number;
  readonly filling: number;
  readonly inApproval: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly returned: number;
  readonly overdue: number;
}

export interface RoundSummary {
  readonly id: string;
  readonly fiscalYear: number;
  readonly name: string;
  readonly state: RoundState;
  readonly submissionDeadline: string;
  readonly issuedAt: string;
  readonly progress: ProgressCounts;
}
