import { isPast } from '../shared/deadline';
import { refuse, type Refusal } from '../shared/verdict';
import type { AssignmentState, RoundState } from './assignment-state';

export type AssignmentCommand = 'start_filling' | 'send_for_approval' | 'return_to_filler' | 'submit' | 'return' | 'accept';

/** Which command leads from which states to which state (domain.md §1.4). Every other pair is refused as `wrong_state`. */
export const ASSIGNMENT_TRANSITIONS: Readonly<Record<AssignmentCommand, { readonly from: readonly AssignmentState[]; readonly to: AssignmentState }>> = {
  start_filling: { from: ['not_started'], to: 'filling' }, // the first cell is typed
  send_for_approval: { from: ['filling'], to: 'in_approval' }, // 送审
  return_to_filler: { from: ['in_approval'], to: 'filling' }, // 审核退回
  submit: { from: ['in_approval'], to: 'submitted' }, // 报送
  return: { from: ['submitted', 'accepted'], to: 'filling' }, // 退回
  accept: { from: ['submitted'], to: 'accepted' }, // 通过
};

/** What the transitions need to know about an assignment. */
export interface AssignmentSituation {
  readonly state: AssignmentState;
  readonly roundState: RoundState;
}

export interface Moved {
  readonly ok: true;
  readonly state: AssignmentState;
}

/** `round_closed`: the round is finalised or published, nothing in it moves any more. */
export type MoveRefusal = 'wrong_state' | 'round_closed';

function move(situation: AssignmentSituation, command: AssignmentCommand): Moved | Refusal<MoveRefusal> {
  if (situation.roundState !== 'open') return refuse('round_closed');
  const transition = ASSIGNMENT_TRANSITIONS[command];
  return transition.from.includes(situation.state) ? { ok: true, state: transition.to } : refuse('wrong_state');
}

/** 开始填报: happens with the first cell that is saved. */
export function startFilling(situation: AssignmentSituation): Moved | Refusal<MoveRefusal> {
  return move(situation, 'start_filling');
}

/** 送审: filler to approver. An unresolved error or an unanswered warning (`CheckResult.blocksSubmission`) keeps the form with the filler. */
export function sendForApproval(
  situation: AssignmentSituation,
  input: { readonly checksBlock: boolean },
): Moved | Refusal<MoveRefusal | 'checks_block'> {
  const moved = move(situation, 'send_for_approval');
  return moved.ok && input.checksBlock ? refuse('checks_block') : moved;
}

/** 退回 inside the department: approver to filler, with a reason. */
export function returnToFiller(situation: AssignmentSituation, input: { readonly reason: string }): Moved | Refusal<MoveRefusal | 'reason_missing'> {
  const moved = move(situation, 'return_to_filler');
  return moved.ok && input.reason.trim() === '' ? refuse('reason_missing') : moved;
}

export interface SubmitInput {
  readonly checksBlock: boolean;
  /** Hash of the snapshot to be submitted, and of the last one submitted for this assignment (null: none yet). */
  readonly snapshotHash: string;
  readonly previousSnapshotHash: string | null;
  /** The deadline in force for this assignment (its own extension, else the round's), and the time of the database clock. */
  readonly submissionDeadline: Date;
  readonly now: Date;
}

/**
 * 报送: approver to bureau. After the deadline it is still accepted and marked late. A resubmission that changes nothing is refused as
 * `unchanged`: it would hide that a return was not dealt with.
 */
export function submit(
  situation: AssignmentSituation,
  input: SubmitInput,
): (Moved & { readonly late: boolean }) | Refusal<MoveRefusal | 'checks_block' | 'unchanged'> {
  const moved = move(situation, 'submit');
  if (!moved.ok) return moved;
  if (input.checksBlock) return refuse('checks_block');
  if (input.previousSnapshotHash === input.snapshotHash) return refuse('unchanged');
  return { ...moved, late: isPast(input.submissionDeadline, input.now) };
}

/** 退回 by the bureau, from either reported state and with a reason. The assignment is filled in again and carries the flag 已退回. */
export function returnSubmission(
  situation: AssignmentSituation,
  input: { readonly reason: string },
): (Moved & { readonly returned: true }) | Refusal<MoveRefusal | 'reason_missing'> {
  const moved = move(situation, 'return');
  if (!moved.ok) return moved;
  return input.reason.trim() === '' ? refuse('reason_missing') : { ...moved, returned: true };
}

/** 通过. */
export function acceptSubmission(situation: AssignmentSituation): Moved | Refusal<MoveRefusal> {
  return move(situation, 'accept');
}

/** 逾期 is a flag beside the state: the deadline has passed and nothing is reported. */
export function isOverdue(situation: { readonly state: AssignmentState; readonly submissionDeadline: Date; readonly now: Date }): boolean {
  return situation.state !== 'submitted' && situation.state !== 'accepted' && isPast(situation.submissionDeadline, situation.now);
}

/** Refusals in the words of the page. */
export const TRANSITION_REFUSALS: Readonly<Record<MoveRefusal | 'checks_block' | 'unchanged' | 'reason_missing', string>> = {
  wrong_state: '任务状态已变化，当前不能进行此操作，请刷新后查看最新状态。',
  round_closed: '本轮自评任务已定稿，不能再修改、报送或退回。',
  checks_block: '核查中仍有错误或未说明的警告，请逐条处理后再送审、报送。',
  unchanged: '退回后内容没有任何改动，请按退回意见修改或说明后再报送。',
  reason_missing: '请填写退回原因。',
};
