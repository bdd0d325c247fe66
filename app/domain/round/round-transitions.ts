import { refuse, type Refusal } from '../shared/verdict';
import type { AssignmentState, RoundState } from './assignment-state';

/**
 * 定稿: closes the round once every department has reported. `waiting` counts those that have not; a round without any assignment is refused
 * as `nothing_to_finalise`.
 */
export function finaliseRound(
  state: RoundState,
  assignments: readonly AssignmentState[],
): { readonly ok: true; readonly state: 'finalised' } | (Refusal<'not_all_submitted'> & { readonly waiting: number }) | Refusal<'already_finalised' | 'nothing_to_finalise'> {
  if (state !== 'open') return refuse('already_finalised');
  if (assignments.length === 0) return refuse('nothing_to_finalise');
  const waiting = assignments.filter((assignment) => assignment !== 'submitted' && assignment !== 'accepted').length;
  return waiting > 0 ? { ...refuse('not_all_submitted'), waiting } : { ok: true, state: 'finalised' };
}

/** 公开: only what is final may be published. */
export function publishRound(state: RoundState): { readonly ok: true; readonly state: 'published' } | Refusal<'not_finalised' | 'already_published'> {
  if (state === 'published') return refuse('already_published');
  return state === 'finalised' ? { ok: true, state: 'published' } : refuse('not_finalised');
}
