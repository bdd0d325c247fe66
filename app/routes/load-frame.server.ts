import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/app/auth/require-member.server';
import { readMenuFold } from '~/app/components/ui/menu-fold';
import type { Role } from '~/app/domain/access/roles';
import { getFrameFacts } from '~/app/services/account/get-frame-facts.server';

/** The loader of an audience's frame: only these roles come in, and the frame hears who they are. */
export async function loadFrame({ request, context }: LoaderFunctionArgs, ...roles: Role[]) {
  const member = await requireMember(request, context, ...roles);
  return json({ facts: await getFrameFacts(context.deps, member), menuFold: readMenuFold(request.headers.get('cookie')) });
}
