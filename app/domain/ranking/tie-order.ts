import { compare } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { TIE_CHAIN, type RankingCandidate, type TieKey } from './types';

/** Negative: `left` ranks before `right`. A missing value comes after every value; two missing ones are equal. */
function compareNullable<Value>(left: Value | null, right: Value | null, order: (left: Value, right: Value) => number): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  return order(left, right);
}

const higherFirst = (left: string, right: string): number => compare(fraction(right), fraction(left));
const earlierFirst = (left: string, right: string): number => Date.parse(left) - Date.parse(right);

const KEY_ORDERS: Readonly<Record<TieKey, (left: RankingCandidate, right: RankingCandidate) => number>> = {
  mission_score_rate: (left, right) => compareNullable(left.missionScoreRate, right.missionScoreRate, higherFirst),
  execution_rate: (left, right) => compareNullable(left.executionRate, right.executionRate, higherFirst),
  open_findings: (left, right) => left.openFindings - right.openFindings,
  submitted_at: (left, right) => compareNullable(left.submittedAt, right.submittedAt, earlierFirst),
};

/** Which of two submitted entries ranks first, and the key that decides; "shared" when none does (domain.md §6.2). */
export function decideOrder(left: RankingCandidate, right: RankingCandidate): { readonly sign: number; readonly by: 'score' | TieKey | 'shared' } {
  const byScore = compareNullable(left.score, right.score, higherFirst);
  if (byScore !== 0) return { sign: byScore, by: 'score' };
  for (const key of TIE_CHAIN) {
    const sign = KEY_ORDERS[key](left, right);
    if (sign !== 0) return { sign, by: key };
  }
  return { sign: 0, by: 'shared' };
}
