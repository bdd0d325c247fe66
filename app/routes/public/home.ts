import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { homeOf } from '~/app/auth/member';
import { findMember } from '~/app/auth/require-member.server';

/** Nothing to see here by itself: everybody goes on to where their work begins. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await findMember(request, context);
  return redirect(member ? homeOf(member.role) : '/sign-in');
}
