import type { DecimalText } from '../shared/decimal-text';
import { gradeSchema, type Grade } from '../shared/grade';
import { compare, type Exact } from '../shared/fraction';
import { fraction, fractionOf, roundFraction } from '../shared/fraction-text';
import { rankDepartments } from './rank-departments';
import { fiveNumbers, mean } from './statistics';
import { RANKING_BASIS_NAMES, type RankedEntry, type Ranking } from './types';

/** Fewer submitted departments than this say nothing about a bureau (domain.md §6.4). */
export const MINIMUM_DEPARTMENTS = 3;
/** Share of the issued assignments that must be submitted, in percent, before a distribution is comparable. */
export const MINIMUM_COVERAGE_PERCENT = '80';

export interface ComparedBureau {
  readonly bureauId: string;
  readonly bureauName: string;
  readonly fiscalYear: number;
  /** Name and number of the indicator system version as printed, and the hash of its content: equal hashes mean the same template. */
  readonly versionName: string;
  readonly versionHash: string;
  readonly ranking: Ranking;
}

/** Score rates in percent, 2 digits half-up. */
export interface ScoreRateSpread {
  readonly minimum: DecimalText;
  readonly lowerQuartile: DecimalText;
  readonly median: DecimalText;
  readonly upperQuartile: DecimalText;
  readonly maximum: DecimalText;
  readonly mean: DecimalText;
}

export interface BureauColumn {
  readonly bureauId: string;
  readonly bureauName: string;
  readonly fiscalYear: number;
  readonly versionName: string;
  readonly submitted: number;
  readonly total: number;
  /** submitted / total in percent, 2 digits half-up; null when nothing was issued. */
  readonly coverage: DecimalText | null;
  readonly spread: ScoreRateSpread | null;
  /** Count and share of the submitted departments in percent (2 digits half-up). */
  readonly grades: Readonly<Record<Grade, { readonly count: number; readonly share: DecimalText }>>;
  /** The bureau's own ranking, percentiles included. */
  readonly entries: readonly RankedEntry[];
}

/** One department in the order over several bureaus. */
export interface PooledEntry {
  readonly bureauId: string;
  readonly bureauName: string;
  readonly entry: RankedEntry;
}

export type ComparisonVerdict = { readonly comparable: true } | { readonly comparable: false; readonly why: readonly string[] };

export interface BureauComparison {
  readonly bureaus: readonly BureauColumn[];
  readonly verdict: ComparisonVerdict;
  /** All submitted departments ordered by score rate and tie chain; null unless comparable: then the bureaus stand side by side only. */
  readonly pooled: readonly PooledEntry[] | null;
}

const twoDigits = (value: Exact): DecimalText => roundFraction(value, { digits: 2, mode: 'half_up' });
const percent = (part: number, whole: number): Exact => fractionOf(BigInt(part) * 100n, BigInt(whole));

function spreadOf(entries: readonly RankedEntry[]): ScoreRateSpread | null {
  const rates = entries.flatMap((entry) => (entry.rank !== null && entry.scoreRate !== null ? [fraction(entry.scoreRate)] : []));
  const numbers = fiveNumbers(rates);
  const average = mean(rates);
  if (!numbers || !average) return null;
  return {
    minimum: twoDigits(numbers.minimum),
    lowerQuartile: twoDigits(numbers.lowerQuartile),
    median: twoDigits(numbers.median),
    upperQuartile: twoDigits(numbers.upperQuartile),
    maximum: twoDigits(numbers.maximum),
    mean: twoDigits(average),
  };
}

function columnOf(bureau: ComparedBureau): BureauColumn {
  const { submitted, total, grades } = bureau.ranking.statistics;
  const gradeShare = (grade: Grade): { count: number; share: DecimalText } => ({
    count: grades[grade],
    share: submitted === 0 ? '0.00' : twoDigits(percent(grades[grade], submitted)),
  });
  return {
    bureauId: bureau.bureauId,
    bureauName: bureau.bureauName,
    fiscalYear: bureau.fiscalYear,
    versionName: bureau.versionName,
    submitted,
    total,
    coverage: total === 0 ? null : twoDigits(percent(submitted, total)),
    spread: spreadOf(bureau.ranking.entries),
    grades: Object.fromEntries(gradeSchema.options.map((grade) => [grade, gradeShare(grade)])) as BureauColumn['grades'],
    entries: bureau.ranking.entries,
  };
}

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

function reasonsAgainst(bureaus: readonly ComparedBureau[]): readonly string[] {
  const why: string[] = [];
  if (bureaus.length < 2) why.push('至少选择两个区才能比较。');
  const years = distinct(bureaus.map((bureau) => bureau.fiscalYear));
  if (years.length > 1) why.push(`预算年度不同（${years.sort((left, right) => left - right).join('、')}），不能合并排序。`);
  if (distinct(bureaus.map((bureau) => bureau.versionHash)).length > 1) {
    const versions = distinct(bureaus.map((bureau) => `${bureau.bureauName}：${bureau.versionName}`)).join('；');
    why.push(`指标体系版本不同（${versions}），总分不可比，只能并列查看。`);
  }
  const bases = distinct(bureaus.map((bureau) => bureau.ranking.basis));
  if (bases.length > 1) why.push(`排名依据不同（${bases.map((basis) => RANKING_BASIS_NAMES[basis]).join('、')}），不能合并排序。`);
  for (const bureau of bureaus) {
    const { submitted, total } = bureau.ranking.statistics;
    if (submitted < MINIMUM_DEPARTMENTS) why.push(`${bureau.bureauName}仅有 ${submitted} 个部门报送，不足 ${MINIMUM_DEPARTMENTS} 个。`);
    else if (compare(percent(submitted, total), fraction(MINIMUM_COVERAGE_PERCENT)) < 0) {
      why.push(`${bureau.bureauName}报送率 ${twoDigits(percent(submitted, total))}%（${submitted}/${total}），低于 ${MINIMUM_COVERAGE_PERCENT}%。`);
    }
  }
  return why;
}

function poolOf(bureaus: readonly ComparedBureau[]): readonly PooledEntry[] {
  const owners = new Map(bureaus.flatMap((bureau) => bureau.ranking.entries.map((entry) => [entry.assignmentId, bureau] as const)));
  const candidates = bureaus.flatMap((bureau) => bureau.ranking.entries.filter((entry) => entry.rank !== null).map((entry) => ({ ...entry, score: entry.scoreRate })));
  const basis = bureaus[0]!.ranking.basis;
  return rankDepartments(candidates, { basis }).entries.map((entry) => {
    const owner = owners.get(entry.assignmentId)!;
    return { bureauId: owner.bureauId, bureauName: owner.bureauName, entry };
  });
}

/**
 * Puts several bureaus' rankings beside each other. They are ordered together only when that is fair: the same fiscal year, template
 * version and basis, at least three submitted departments and enough coverage in each (domain.md §6.3). In the pooled order `score` of an
 * entry is its score rate in percent.
 */
export function compareBureaus(bureaus: readonly ComparedBureau[]): BureauComparison {
  const why = reasonsAgainst(bureaus);
  return {
    bureaus: bureaus.map(columnOf),
    verdict: why.length === 0 ? { comparable: true } : { comparable: false, why },
    pooled: why.length === 0 ? poolOf(bureaus) : null,
  };
}
