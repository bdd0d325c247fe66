import { z } from 'zod';

/** States of one department's task in a round. 已退回 and 逾期 are flags beside the state (domain.md §1.4). */
export const assignmentStateSchema = z.enum(['not_started', 'filling', 'in_approval', 'submitted', 'accepted']);
export type AssignmentState = z.infer<typeof assignmentStateSchema>;

export const ASSIGNMENT_STATE_NAMES: Readonly<Record<AssignmentState, string>> = {
  not_started: '未开始',
  filling: '填报中',
  in_approval: '内部审核',
  submitted: '已报送',
  accepted: '已通过',
};

export const roundStateSchema = z.enum(['open', 'finalised', 'published']);
export type RoundState = z.infer<typeof roundStateSchema>;

export const ROUND_STATE_NAMES: Readonly<Record<RoundState, string>> = { open: '进行中', finalised: '已定稿', published: '已公开' };
