import type { Member } from '~/app/auth/member';
import { returnSubmission as verdictOf } from '~/app/domain/round/transitions';
import type { Deps } from '../deps.server';
import type { MoveResult } from '../workspace/move-result';
import { returnForm, type ReturnInput } from '../workspace/return-form.server';

/** 退回 by the bureau: the flag 已退回 stays until the form is reported anew. */
export async function returnSubmission(deps: Deps, member: Member, input: ReturnInput): Promise<MoveResult> {
  return returnForm(deps, member, input, { action: 'submission.return', scope: { state: 'submitted' }, verdictOf });
}
