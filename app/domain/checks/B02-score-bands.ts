import type { StatedBand, Statement } from '../narrative/prose';
import { compare, type Exact, isZero } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';
import { type CheckContext, projectTables } from './check-context';
import { quotedAddresses } from './quoted-address';

type StatedBands = Extract<Statement, { kind: 'score_bands' }>;

interface Band extends StatedBand {
  readonly low: Exact;
  readonly high: Exact;
}

const HIGHEST = fraction('100');

/** Bands from the best to the worst. */
function ordered(bands: readonly StatedBand[]): readonly Band[] {
  return bands
    .map((band) => ({ ...band, low: fraction(band.from), high: fraction(band.to) }))
    .sort((left, right) => compare(right.high, left.high) || compare(right.low, left.low));
}

const named = ({ label }: StatedBand): string => `“${label}”`;

/** What the bounds of two neighbours leave open; null when every score falls in one of them. */
function betweenBands(upper: Band, lower: Band): string | null {
  const apart = compare(upper.low, lower.high);
  if (apart > 0) return `${lower.to} 分至 ${upper.from} 分之间没有分段`;
  if (apart < 0) return `${named(upper)}与${named(lower)}重叠`;
  const isOpen = (upper.fromIncluded === null && lower.toIncluded === null) || (upper.fromIncluded === lower.toIncluded && upper.fromIncluded !== null);
  if (!isOpen) return null;
  if (upper.fromIncluded === true) return `${upper.from} 分同时归入${named(upper)}和${named(lower)}`;
  if (upper.fromIncluded === false) return `${upper.from} 分不在任何一段`;
  return `没有写明 ${upper.from} 分归入${named(upper)}还是${named(lower)}`;
}

function unclear(bands: readonly Band[]): readonly string[] {
  const lowest = bands.reduce((least, band) => (compare(band.low, least.low) < 0 ? band : least));
  const highest = bands[0]!;
  return [
    ...(compare(highest.high, HIGHEST) < 0 ? [`${highest.to} 分以上没有分段`] : highest.toIncluded === false ? ['100 分不在任何一段'] : []),
    ...bands.slice(1).flatMap((band, index) => betweenBands(bands[index]!, band) ?? []),
    ...(isZero(lowest.low) ? [] : [`${lowest.from} 分以下没有分段`]),
  ];
}

/** Whether a score can lie in the band: bounds that are not stated count as in. */
function mayHold(band: Band, score: Exact): boolean {
  const aboveLow = compare(score, band.low);
  const belowHigh = compare(band.high, score);
  return aboveLow >= 0 && belowHigh >= 0 && (aboveLow > 0 || band.fromIncluded !== false) && (belowHigh > 0 || band.toIncluded !== false);
}

function surelyHolds(band: Band, score: Exact): boolean {
  const aboveLow = compare(score, band.low);
  const belowHigh = compare(band.high, score);
  return (aboveLow > 0 || (aboveLow === 0 && band.fromIncluded === true)) && (belowHigh > 0 || (belowHigh === 0 && band.toIncluded === true));
}

/** Projects whose computed score no band, or surely more than one, takes up. */
function misplaced(context: CheckContext, bands: readonly Band[]): readonly string[] {
  return projectTables(context).flatMap((table) => {
    if (table.total === null || table.leaves.some(({ item }) => item.status === 'missing')) return [];
    const score = fraction(table.total.score);
    if (!bands.some((band) => mayHold(band, score))) return [`${table.place}得 ${table.total.score} 分，不在任何一段`];
    const twice = bands.filter((band) => surelyHolds(band, score));
    return twice.length > 1 ? [`${table.place}得 ${table.total.score} 分，同时落入${twice.map(named).join('和')}`] : [];
  });
}

function compareBands(context: CheckContext, { bands, quote }: StatedBands, index: number): CheckOutcome[] {
  const sorted = ordered(bands);
  const wrong = misplaced(context, sorted);
  const open = unclear(sorted);
  const subject = index === 0 ? '' : String(index + 1);
  const shared = { subject, addresses: quotedAddresses(context, [quote]), quotes: [quote] };
  const place = `“${quote.title}”的得分分段（${sorted.map(({ label }) => label).join('、')}）`;
  if (wrong.length > 0) return [{ kind: 'finding', level: 'E', ...shared, message: `${place}：${wrong.join('；')}，请核对分段。`, answer: 'correct' }];
  if (open.length > 0) return [{ kind: 'finding', level: 'I', ...shared, message: `${place}：${open.join('；')}，建议写明含与不含，并分到最低分。`, answer: null }];
  return [{ kind: 'confirmation', message: `${place}上下相接，每个得分只归入一段。`, addresses: shared.addresses, quotes: shared.quotes }];
}

/** Score bands as a report prints them: every score falls in exactly one. */
export const scoreBands: Check = {
  id: 'B02',
  title: '得分分段写明上下限、不重不漏',
  levels: ['E', 'I'],
  answer: 'correct',
  explains: '正文写出项目得分分段的，每个得分应落入且只落入一段：有项目不在任何一段或同时落入两段的更正；分段的上下限含与不含没有写明、最低一段以下没有分段的仅作提示。',
  source: '自评报告复核的通行做法',
  form: (context) =>
    context.prose.statements
      .filter((statement) => statement.kind === 'score_bands')
      .flatMap((statement, index) => compareBands(context, statement, index)),
};
