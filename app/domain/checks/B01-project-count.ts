import { FUND_SOURCE_SHORT_NAMES, fundSourceSchema } from '../shared/fund-source';
import { compare, type Exact, sum } from '../shared/fraction';
import { exactText, fraction } from '../shared/fraction-text';
import type { Quote, Statement } from '../narrative/prose';
import type { Check, CheckOutcome } from './check';
import { type CheckContext, projectTables } from './check-context';
import { quotedAddresses } from './quoted-address';

/** One way in which the source says how many projects there are. */
interface Count {
  readonly subject: string;
  /** "按资金来源：17 + 2 = 19 个项目". */
  readonly text: string;
  readonly name: string;
  readonly value: Exact;
  readonly quotes: readonly Quote[];
}

type Counted = Extract<Statement, { kind: 'project_count' }>;

const shown = (value: Exact): string => exactText(value);

function added(subject: string, name: string, parts: readonly string[], quotes: readonly Quote[]): Count {
  const value = sum(parts.map(fraction));
  const text = parts.length > 1 ? `${name}：${parts.join(' + ')} = ${shown(value)} 个项目` : `${name}：${shown(value)} 个项目`;
  return { subject, name, text, value, quotes: [...new Map(quotes.map((quote) => [quote.start, quote])).values()] };
}

/** The first count stated for each fund; a repeated one adds nothing. */
function byFund(counts: readonly Counted[]): Count | null {
  const stated = fundSourceSchema.options.flatMap((fund) => counts.find((count) => count.fund === fund) ?? []);
  return stated.length === 0 ? null : added('funds', '按资金来源', stated.map(({ count }) => count), stated.map(({ quote }) => quote));
}

/** Every sum of projects the prose states, the plain total apart. */
function sumsOf(statements: readonly Statement[]): readonly Count[] {
  const counts = statements.filter((statement) => statement.kind === 'project_count');
  const funds = byFund(counts);
  const bands = statements.flatMap((statement) =>
    statement.kind === 'score_bands' ? [added('bands', '按得分分布', statement.bands.map(({ count }) => count), [statement.quote])] : [],
  );
  const grades = statements.flatMap((statement) =>
    statement.kind === 'grade_counts' ? [added('grades', '按等级分布', statement.counts.map(({ count }) => count), [statement.quote])] : [],
  );
  return [...(funds ? [funds] : []), ...bands.slice(0, 1), ...grades.slice(0, 1)];
}

/** The total the sums are held against: the one written, else the projects of the task; null when there is neither. */
function totalOf(context: CheckContext): Count | null {
  const stated = context.prose.statements.filter((statement) => statement.kind === 'project_count').find(({ fund }) => fund === null);
  return stated ? added('total', '写明的项目总数', [stated.count], [stated.quote]) : boundTotal(context);
}

function boundTotal(context: CheckContext): Count | null {
  const bound = projectTables(context).length;
  return bound === 0 ? null : added('total', '任务中的项目', [String(bound)], []);
}

function compareCounts(context: CheckContext, count: Count, other: Count): CheckOutcome {
  const quotes = [...count.quotes, ...other.quotes.filter((quote) => !count.quotes.some(({ start }) => start === quote.start))];
  const addresses = quotedAddresses(context, quotes);
  if (compare(count.value, other.value) === 0) {
    return { kind: 'confirmation', message: `${count.text}，与${other.name} ${shown(other.value)} 个一致。`, addresses, quotes };
  }
  const message = `${count.text}，${other.name}为 ${shown(other.value)} 个，两者不一致，请核对。`;
  return { kind: 'finding', level: 'E', subject: count.subject, message, addresses, quotes, answer: 'correct' };
}

/** Projects of one fund as written, against those the task holds of it. */
function fundOutcomes(context: CheckContext, counts: readonly Counted[]): CheckOutcome[] {
  const bound = projectTables(context);
  if (bound.length === 0) return [];
  return counts.flatMap(({ fund, count, quote }): CheckOutcome[] => {
    const held = bound.filter(({ project }) => project!.fundSource === fund).length;
    if (fund === null || compare(fraction(count), fraction(String(held))) === 0) return [];
    const message = `“${quote.title}”中写${FUND_SOURCE_SHORT_NAMES[fund]}项目 ${count} 个，任务中有 ${held} 个，请核对。`;
    return [{ kind: 'finding', level: 'E', subject: fund, message, addresses: quotedAddresses(context, [quote]), quotes: [quote], answer: 'correct' }];
  });
}

/** Projects by fund, by score band and by grade all sum to the same number. */
export const projectCount: Check = {
  id: 'B01',
  title: '项目个数前后一致',
  levels: ['E'],
  answer: 'correct',
  explains: '正文写出的项目个数，按资金来源、按得分分布、按等级分布相加都应等于项目总数；表单中还与任务中的项目核对。',
  source: '自评报告复核的通行做法（报告内部数字一致）',
  form: (context) => {
    const sums = sumsOf(context.prose.statements);
    const total = totalOf(context);
    const bound = boundTotal(context);
    const counts = context.prose.statements.filter((statement) => statement.kind === 'project_count');
    if (total !== null) {
      const stated = bound !== null && total.quotes.length > 0 ? [compareCounts(context, total, bound)] : [];
      return [...stated, ...sums.map((count) => compareCounts(context, count, total)), ...fundOutcomes(context, counts)];
    }
    const [first, ...others] = sums;
    if (first === undefined || others.length === 0) return [];
    const outcomes = others.map((count) => compareCounts(context, count, first));
    const isAgreed = outcomes.every(({ kind }) => kind === 'confirmation');
    return isAgreed ? [compareCounts(context, first, others[0]!), ...outcomes] : outcomes;
  },
};
