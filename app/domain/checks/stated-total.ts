import type { Quote, Statement } from '../narrative/prose';
import type { DecimalText } from '../shared/decimal-text';
import type { CheckContext, CheckedTable } from './check-context';

export type StatedGrade = Extract<Statement, { kind: 'grade' }>;
export type StatedTotal = Extract<Statement, { kind: 'total_score' }>;

export interface ScoreOfGrade {
  readonly score: DecimalText;
  readonly quotes: readonly Quote[];
}

/** The score a stated grade belongs to: the total stated nearest to it in the same passage, else the computed total of a complete table. */
export function scoreOfGrade(context: CheckContext, { quote }: StatedGrade, whole: CheckedTable): ScoreOfGrade | null {
  const near = context.prose.statements
    .filter((statement): statement is StatedTotal => statement.kind === 'total_score' && statement.quote.passage === quote.passage)
    .map((total) => ({ total, distance: Math.abs(total.quote.start - quote.start) }))
    .sort((left, right) => left.distance - right.distance)[0];
  if (near) return { score: near.total.score, quotes: near.distance === 0 ? [quote] : [near.total.quote, quote] };
  return whole.total?.isComplete ? { score: whole.total.score, quotes: [quote] } : null;
}
