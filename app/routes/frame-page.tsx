import { Outlet, useLoaderData } from '@remix-run/react';
import { MemberFrame } from '~/app/components/frame/member-frame';
import type { loadFrame } from './load-frame.server';

/** Draws the frame an audience's `loadFrame` described, and the page in it. */
export function FramePage() {
  const { facts, menuFold } = useLoaderData<typeof loadFrame>();
  return (
    <MemberFrame facts={facts} menuFold={menuFold}>
      <Outlet />
    </MemberFrame>
  );
}
