import type { Comparator } from '../form/indicator-system-version';
import { checkContext } from '../checks/run-checks';
import type { ScoringRuleType } from '../scoring/scoring-rule';
import type { Trace } from '../scoring/trace';
import type { DecimalText } from '../shared/decimal-text';
import { compare, type Exact, sub } from '../shared/fraction';
import { exactDecimal, fraction, roundFraction } from '../shared/fraction-text';
import { GRADE_NAMES } from '../shared/grade';
import type { ExplainedBy } from './explained-by';
import { publishedFinding, type PublishedFinding } from './finding-place';
import { layOutTable, type TableRow } from './lay-out-table';
import type { PublishedTable } from './published-table';
import { actualShown, targetShown } from './read-row';
import { ROW_NOTES } from './row-notes';
import { scoreExecution, type ScoredExecution } from './score-execution';
import { type ScoredRow, scoreRow } from './score-row';
import { PUBLISHED_ROUNDING } from './standard-form';
import { publishedContext } from './table-context';
import { tableTotals } from './table-totals';

/** A computed score beside the published one. Scores are decimal texts; `difference` is published − computed as both are shown. */
export interface ScorePair {
  /** Two decimals, half-up; null where nothing can be computed. */
  readonly computedScore: DecimalText | null;
  readonly publishedScore: DecimalText | null;
  readonly difference: DecimalText | null;
  readonly explainedBy: ExplainedBy | null;
}

export interface PublishedExecution extends ScorePair {
  /** Percent, two decimals half-up: "86.20"; null where there is none. */
  readonly rate: DecimalText | null;
  readonly assumptions: readonly string[];
  readonly trace: Trace | null;
}

export interface PublishedIndicatorScore extends ScorePair {
  /** From 0, as in the file. */
  readonly index: number;
  readonly name: string | null;
  /** The sign the target itself carries; null where it has none. */
  readonly comparator: Comparator | null;
  /** As read: "8万亩", "90–95%", "2021-12-31", or the words; null where there is none. */
  readonly target: string | null;
  readonly actual: string | null;
  readonly assumptions: readonly string[];
  /** null where there is no target. */
  readonly rule: ScoringRuleType | null;
  /** The derivation; null where nothing was computed. */
  readonly trace: Trace | null;
}

/** A published table scored again: what follows from its own figures, beside what it prints. */
export interface ScoredPublishedTable {
  readonly id: string;
  readonly executionLine: PublishedExecution;
  readonly indicators: readonly PublishedIndicatorScore[];
  readonly total: { readonly computed: DecimalText | null; readonly published: DecimalText | null; readonly sumOfPublished: DecimalText | null };
  readonly grade: { readonly computed: string | null; readonly published: string | null };
  readonly findings: readonly PublishedFinding[];
}

/**
 * Scores a published table by the national rules (财预〔2020〕10号; domain.md §2.3–2.5), says how each published score follows from the computed one, and runs
 * the checks that apply. Pure; never throws on a table that passes the schema. docs/score.md says what is assumed when.
 */
export function scorePublishedTable(table: PublishedTable): ScoredPublishedTable {
  const layout = layOutTable(table);
  const rows = layout.rows.filter(({ role }) => role === 'indicator').map((row) => scoreRow(row, layout));
  const execution = scoreExecution(layout);
  const totals = tableTotals(layout, rows, execution);
  const { findings } = checkContext(publishedContext({ layout, rows, execution, totals }));
  const byIndex = new Map(rows.map((row) => [row.reading.row.index, row]));
  return {
    id: table.id,
    executionLine: executionShown(execution, layout.execution.published?.value ?? null),
    indicators: layout.rows.map((row) => {
      const scored = byIndex.get(row.index);
      return scored === undefined ? sumLine(row) : indicatorShown(scored);
    }),
    total: { computed: totals.computed?.score ?? null, published: totals.published?.points.decimal ?? null, sumOfPublished: totals.sumOfPublished },
    grade: { computed: totals.grade === null ? null : GRADE_NAMES[totals.grade], published: table.grade },
    findings: findings.map(publishedFinding),
  };
}

function executionShown({ rate, computed, explainedBy, assumptions, scored }: ScoredExecution, published: Exact | null): PublishedExecution {
  return { rate, ...pairOf(computed, published, explainedBy), assumptions, trace: computed === null ? null : scored.item.trace };
}

function indicatorShown({ reading, entry, scored, computed, explainedBy, assumptions }: ScoredRow): PublishedIndicatorScore {
  const { row, target, comparator } = reading;
  return {
    index: row.index,
    name: row.name,
    comparator,
    target: targetShown(reading),
    actual: actualShown(reading),
    assumptions,
    rule: target === null || target.kind === 'none' ? null : entry.rule.type,
    ...pairOf(computed, row.published?.value ?? null, explainedBy),
    trace: computed === null ? null : scored.item.trace,
  };
}

/** 合计 and 小计 stand in their place, scored by nothing. */
function sumLine({ index, name, role, published }: TableRow): PublishedIndicatorScore {
  const nothing = { comparator: null, target: null, actual: null, rule: null, trace: null } as const;
  const assumptions = [role === 'total' ? ROW_NOTES.total : ROW_NOTES.subtotal];
  return { index, name, ...nothing, assumptions, ...pairOf(null, published?.value ?? null, null) };
}

function pairOf(computed: Exact | null, published: Exact | null, explainedBy: ExplainedBy | null): ScorePair {
  const computedScore = computed === null ? null : roundFraction(computed, PUBLISHED_ROUNDING);
  const publishedScore = published === null ? null : exactDecimal(published);
  const difference = computedScore === null || published === null ? null : shortest(sub(published, fraction(computedScore)));
  return { computedScore, publishedScore, difference, explainedBy };
}

/** Two decimals, more only where the figure has them. */
function shortest(value: Exact): DecimalText {
  const rounded = roundFraction(value, PUBLISHED_ROUNDING);
  const exact = exactDecimal(value)!;
  return compare(fraction(rounded), value) === 0 ? rounded : exact;
}
