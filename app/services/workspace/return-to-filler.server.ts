import type { Member } from '~/app/auth/member';
import { returnToFiller as verdictOf } from '~/app/domain/round/transitions';
import type { Deps } from '../deps.server';
import type { MoveResult } from './move-result';
import { returnForm, type ReturnInput } from './return-form.server';

/** 退回 inside the department: approver to filler. */
export async function returnToFiller(deps: Deps, member: Member, input: ReturnInput): Promise<MoveResult> {
  return returnForm(deps, member, input, { action: 'assignment.return_to_filler', scope: { state: 'in_approval', ownAssignment: true }, verdictOf });
}
