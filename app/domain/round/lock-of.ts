import { chinaDateTime } from '../shared/deadline';
import type { AssignmentState, RoundState } from './assignment-state';

export interface LockFacts {
  readonly state: AssignmentState;
  readonly roundState: RoundState;
  readonly bureauName: string;
  /** Who brought the assignment into its present state and when (ISO instant); null when unknown. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  /** When the round was finalised (ISO instant). */
  readonly finalisedAt: string | null;
}

/** Why a form cannot be edited: who locked it, why, and until when, each printable alone, and all three as one sentence. */
export interface Lock {
  readonly who: string;
  readonly why: string;
  readonly until: string;
  readonly sentence: string;
}

function lock(who: string, why: string, until: string): Lock {
  return { who, why, until, sentence: `${who}${why}，填报内容已锁定；${until}。` };
}

/** The lock on the cells of an assignment, or null while fillers may write. The round's own lock outranks the assignment's. */
export function lockOf(facts: LockFacts): Lock | null {
  const when = (instant: string | null): string => (instant === null ? '' : `于${chinaDateTime(instant)}`);
  if (facts.roundState !== 'open') {
    return lock(facts.bureauName, `${when(facts.finalisedAt)}已将本轮自评任务${facts.roundState === 'published' ? '定稿并公开' : '定稿'}`, '定稿后不再开放修改');
  }
  switch (facts.state) {
    case 'not_started':
    case 'filling':
      return null;
    case 'in_approval':
      return lock(facts.changedBy ?? '本部门填报人', `${when(facts.changedAt)}已送审，正在内部审核`, '部门审核人退回后可继续填报');
    case 'submitted':
      return lock(facts.changedBy ?? '本部门审核人', `${when(facts.changedAt)}已报送${facts.bureauName}`, `${facts.bureauName}退回后可继续填报`);
    case 'accepted':
      return lock(facts.bureauName, `${when(facts.changedAt)}已审核通过`, `如需更正，请联系${facts.bureauName}退回`);
  }
}
