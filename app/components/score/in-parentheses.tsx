import type { ReactNode } from 'react';

/** Points of a leaf that counts into another one stand in parentheses: they are not added once more. */
export function inParentheses(isPart: boolean, points: ReactNode): ReactNode {
  return isPart ? <>（{points}）</> : points;
}
