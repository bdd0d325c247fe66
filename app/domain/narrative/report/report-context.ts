import { readCells } from '../../checks/cell-reading';
import type { CheckContext, CheckedTable } from '../../checks/check-context';
import { bareTables, scoredTables } from '../../checks/form-tables';
import { DEFAULT_THRESHOLDS } from '../../checks/thresholds';
import type { CellTexts } from '../../form/sections';
import { createLiveScorer } from '../../scoring/live-scorer';
import { findMentions } from '../find-mentions';
import { findStatements } from '../find-statements';
import type { Mention } from '../prose';
import type { ReadReport } from './read-report';
import { basisOfReport } from './report-basis';

/** The texts of the form cells among what was read. */
export function cellsOfReport(report: ReadReport): CellTexts {
  return Object.fromEntries(report.cells.map(({ address, value }) => [address, value]));
}

/** A report as something to check: its indicators scored by the default rules, its sections as prose, its figures as cells. It has no projects and no evidence. */
export function contextOfReport(report: ReadReport): CheckContext {
  const basis = basisOfReport(report);
  const scorer = createLiveScorer(basis);
  const cells = cellsOfReport(report);
  const tables = scoredTables(bareTables(basis), scorer.score(cells)).map(asStated);
  const indicators = tables.flatMap(({ leaves }) => leaves.map(({ key, names, entry }) => ({ key, names, unit: entry.unit })));
  return {
    source: 'report',
    fiscalYear: report.fiscalYear,
    thresholds: DEFAULT_THRESHOLDS,
    tables,
    groups: [],
    prose: {
      passages: report.passages,
      mentions: withStated(report, report.passages.flatMap((passage) => findMentions(passage, indicators))),
      statements: report.passages.flatMap(findStatements),
    },
    evidence: [],
    ...readCells(scorer.model.byAddress, cells),
  };
}

/** A report gives no weights: nothing may be said about points or totals of its table. */
function asStated(table: CheckedTable): CheckedTable {
  return { ...table, leaves: table.leaves.map((leaf) => ({ ...leaf, isWeighted: false })), expectedWeight: null, parents: [], total: null };
}

/** What an item states stands once, as the item states it; the place an approved target was read from repeats nothing. */
function withStated(report: ReadReport, found: readonly Mention[]): readonly Mention[] {
  const targets = report.cells.filter(({ address }) => /^indicators\..*\.target$/.test(address));
  const isKnown = ({ figure: { start, end } }: Mention): boolean =>
    report.mentions.some(({ figure }) => figure.start === start) || targets.some((cell) => start >= cell.start && end <= cell.end);
  return [...report.mentions, ...found.filter((mention) => !isKnown(mention))].sort((left, right) => left.figure.start - right.figure.start);
}
