import { compare } from '../shared/fraction';
import { constant, fraction } from '../shared/fraction-text';
import type { Quote } from '../narrative/prose';
import type { Check, CheckOutcome } from './check';
import { type CheckContext, type CheckedTable, projectTables } from './check-context';
import { quotedAddresses } from './quoted-address';

/** With fewer projects, scores close together say nothing. */
const MINIMUM_PROJECTS = 3n;

/** How many projects there are, how many have 100 points, how many at least 90. */
interface Spread {
  readonly count: bigint;
  readonly full: bigint;
  readonly high: bigint;
  readonly quotes: readonly Quote[];
}

function spreadOfTables(tables: readonly CheckedTable[]): Spread[] {
  const totals = tables.map(({ total }) => total);
  if (!totals.every((total) => total?.isComplete)) return [];
  const atLeast = (points: string): bigint => BigInt(totals.filter((total) => compare(fraction(total!.score), constant(points)) >= 0).length);
  return [{ count: BigInt(tables.length), full: atLeast('100'), high: atLeast('90'), quotes: [] }];
}

/** A stated distribution: 100分7个，95-100分（不含）7个，90-95分5个. */
function statedSpreads(context: CheckContext): Spread[] {
  return context.prose.statements.flatMap((statement) => {
    if (statement.kind !== 'score_bands') return [];
    const counted = (from: string): bigint =>
      statement.bands.filter((band) => compare(fraction(band.from), fraction(from)) >= 0).reduce((total, { count }) => total + BigInt(count), 0n);
    return [{ count: counted('0'), full: counted('100'), high: counted('90'), quotes: [statement.quote] }];
  });
}

/** All projects at 90 or above, or more than 80 % of them at 100: 区分度不足. A source without the projects' tables may state the distribution. */
export const lowDifferentiation: Check = {
  id: 'B06',
  title: '项目自评得分有区分度',
  levels: ['I'],
  answer: null,
  explains: '三个及以上项目的得分全部在 90 分及以上，或者超过八成得满分的，提示区分度不足，建议复核目标值和扣分。',
  source: '自评质量抽查复核的通行做法',
  form: (context) => {
    const tables = projectTables(context);
    const spreads = tables.length > 0 ? spreadOfTables(tables) : statedSpreads(context);
    return spreads.flatMap(({ count, full, high, quotes }, index): CheckOutcome[] => {
      if (count < MINIMUM_PROJECTS || (high < count && full * 5n <= count * 4n)) return [];
      const message = `${count} 个项目中 ${full} 个得 100 分、${high} 个在 90 分及以上，区分度不足，建议复核目标值是否偏低、扣分是否到位。`;
      const shared = { kind: 'finding', level: 'I', message, answer: null } as const;
      if (quotes.length === 0) return [{ ...shared, subject: '', addresses: [] }];
      return [{ ...shared, subject: `stated.${index + 1}`, addresses: quotedAddresses(context, quotes), quotes }];
    });
  },
};
