import { safeRedirect } from './safe-redirect';

const firstSegment = (path: string): string => /^\/[^/?#]*/.exec(path)?.[0] ?? '/';

/**
 * The page somebody wanted before signing in, when it lies in the area of their role; otherwise their home: a page of another role would
 * greet them with a refusal.
 */
export function targetAfterSignIn(wanted: unknown, home: string): string {
  const target = safeRedirect(wanted, home);
  return firstSegment(target) === firstSegment(home) ? target : home;
}
