import { type Exact, isNegative, isZero } from '../shared/fraction';
import type { PublishedIndicator } from './published-table';
import { readPoints, type Points, shareOf } from './read-points';
import { ROW_NOTES } from './row-notes';

/** 分值 and 得分 of a line. A line without a weight above 0 is worth nothing by itself. */
export interface RowPoints {
  readonly weight: Exact | null;
  readonly published: Points | null;
  readonly notes: readonly string[];
}

export function readRowPoints(row: Pick<PublishedIndicator, 'weight' | 'score'>): RowPoints {
  const notes: string[] = [];
  const printed = { weight: row.weight?.trim() ?? '', score: row.score?.trim() ?? '' };
  const weight = readPoints(row.weight);
  const score = readPoints(row.score);
  if (weight.kind === 'unreadable') notes.push(ROW_NOTES.unreadableWeight(printed.weight));
  if (score.kind === 'unreadable') notes.push(ROW_NOTES.unreadableScore(printed.score));
  const read = weight.kind === 'points' ? weight.points : null;
  const isPositive = read !== null && !isNegative(read.value) && !isZero(read.value);
  if (read !== null && !isPositive) notes.push(ROW_NOTES.notPositiveWeight(printed.weight));
  if (isPositive && read.isShare) notes.push(ROW_NOTES.shareWeight(printed.weight));
  const worth = isPositive ? read : null;
  return { weight: worth?.value ?? null, published: score.kind === 'points' ? publishedOf(score.points, worth, printed.score, notes) : null, notes };
}

/** A score with % is a share of its weight, unless the weight itself is printed in %. */
function publishedOf(score: Points, weight: Points | null, printed: string, notes: string[]): Points {
  if (!score.isShare || weight === null || weight.isShare) return score;
  const points = shareOf(weight.value, score);
  notes.push(ROW_NOTES.shareScore(printed, points.decimal));
  return points;
}
