import type { Grade } from '../shared/grade';
import type { AssignmentState } from './assignment-state';

/** One task of a member's department, and how far it has come. */
export interface MyTask {
  readonly assignmentId: string;
  readonly roundName: string;
  readonly fiscalYear: number;
  readonly state: AssignmentState;
  readonly isReturned: boolean;
  readonly returnReason: string | null;
  readonly isOverdue: boolean;
  readonly deadline: string;
  readonly filled: number;
  readonly required: number;
  /** Of the newest submission; null while there is none or it is not scored yet. */
  readonly score: string | null;
  readonly selfScore: string | null;
  readonly grade: Grade | null;
}
