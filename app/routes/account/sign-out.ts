import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { findMember } from '~/app/auth/require-member.server';
import { signOut } from '~/app/services/account/sign-out.server';

/** Signing out changes something, so a link alone does not do it. */
export function loader() {
  return redirect('/');
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { sessionCookie } = await signOut(context.deps, request, await findMember(request, context));
  return redirect('/sign-in', { headers: { 'Set-Cookie': sessionCookie } });
}
