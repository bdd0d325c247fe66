import { type ActionFunctionArgs, json, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { CheckSection } from '~/app/components/workspace/check/check-section';
import type { MoveResult } from '~/app/services/workspace/move-result';
import { returnToFiller } from '~/app/services/workspace/return-to-filler.server';
import { sendForApproval } from '~/app/services/workspace/send-for-approval.server';
import { submitSelfEvaluation } from '~/app/services/workspace/submit-self-evaluation.server';

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, context, 'department_editor', 'department_approver');
  const form = await request.formData();
  const assignmentId = params['assignmentId']!;
  const moves: Readonly<Record<string, () => Promise<MoveResult>>> = {
    send: () => sendForApproval(context.deps, member, { assignmentId }),
    submit: () => submitSelfEvaluation(context.deps, member, { assignmentId }),
    return: () => returnToFiller(context.deps, member, { assignmentId, reason: String(form.get('reason') ?? '') }),
  };
  const move = moves[String(form.get('intent'))];
  if (!move) throw new Response(null, { status: 400 });
  const result = await move();
  if (!result.ok) return json({ reasons: [...result.reasons] });
  return redirect(`/department/assignments/${assignmentId}/check`);
}

export default function Check() {
  const refused = useActionData<typeof action>();
  return <CheckSection reasons={refused?.reasons ?? []} />;
}
