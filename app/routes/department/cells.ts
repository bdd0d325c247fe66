import { type ActionFunctionArgs, json } from '@remix-run/node';
import { findMember } from '~/app/auth/require-member.server';
import { saveCellsSchema } from '~/app/domain/round/workspace-data';
import { saveCells } from '~/app/services/workspace/save-cells.server';

/** Autosave: a resource route that answers JSON, never a redirect the script could not follow. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await findMember(request, context);
  if (!member) return json({ ok: false, reason: 'signed_out' }, { status: 401 });
  const parsed = saveCellsSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return json({ ok: false, reason: 'malformed' }, { status: 400 });
  const answer = await saveCells(context.deps, member, { assignmentId: params['assignmentId']!, cells: parsed.data.cells });
  return json(answer);
}
