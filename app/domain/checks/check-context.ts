import type { CellAddress } from '../form/cell-address';
import type { CellSpec } from '../form/form-model';
import type { IndicatorEntry } from '../form/indicator-entry';
import type { GradeBands } from '../form/indicator-system-version';
import type { ParsedCell } from '../form/parse-cell';
import type { Mention, Passage, Statement } from '../narrative/prose';
import type { ItemScore, ScoreTotal } from '../scoring/score-sheet';
import type { DecimalText } from '../shared/decimal-text';
import type { Exact } from '../shared/fraction';
import type { FundSource } from '../shared/fund-source';
import type { Grade } from '../shared/grade';
import type { Thresholds } from './thresholds';

/** Where the figures come from: a form being filled in or frozen, a plain-text report, a published table. */
export type CheckSource = 'form' | 'report' | 'table';

/** One leaf of the department's table, of a project's table or of a published table, with its score. */
export interface Leaf {
  readonly entry: IndicatorEntry;
  /** The computed score; `selfScore` is the typed or published one. */
  readonly item: ItemScore;
  /** Unique among all leaves: "LZ-02", "P03.I02". */
  readonly key: string;
  /** How a sentence names it: "第 2 项“商事主体数”". */
  readonly place: string;
  /** Its name and other names for it. */
  readonly names: readonly string[];
  /** The 计量单位 approved beside the target; "" when none is. */
  readonly measureUnit: string;
  /** False when the source does not say what the indicator is worth: its score then says only whether it is nothing, and no message names points. */
  readonly isWeighted: boolean;
}

/** The cells of an execution line (预算执行率 = executed ÷ annual budget). */
export interface ExecutionCells {
  readonly budget: CellAddress;
  readonly executed: CellAddress;
  /** 偏差原因 of the line; null when it has none. */
  readonly deviation: CellAddress | null;
  /** The line as it counts beside the indicators; null when the table scores the rate as one of its leaves or not at all. */
  readonly score: ItemScore | null;
  /** The rate as somebody printed it; null when nobody did. */
  readonly printedRate: PrintedRate | null;
}

/** "99.92%": `percent` is "99.92", `digits` its decimals. */
export interface PrintedRate {
  readonly text: string;
  readonly percent: DecimalText;
  readonly digits: number;
}

/** One column of a funds table: 年度资金总额 over its sources. An address that holds nothing reads as empty. */
export interface FundingColumn {
  /** Tail of a finding's key: "annual_budget". */
  readonly key: string;
  /** "全年预算数". */
  readonly name: string;
  readonly total: CellAddress;
  readonly sources: readonly CellAddress[];
}

/** A row that carries a weight of its own above other rows. */
export interface WeightedParent {
  /** Tail of a finding's key, unique within the table. */
  readonly key: string;
  readonly name: string;
  readonly weight: Exact;
  readonly children: readonly Exact[];
}

/** A table whose leaves have weights and which has a total: the department's, one project's, or a published one. */
export interface CheckedTable {
  /** Tail of findings' keys: "" for the department's and for a published table, "P03" for a project's. */
  readonly subject: string;
  /** Begins a sentence about it: "" for the whole, "项目 P03“特种设备安全监察”". */
  readonly place: string;
  /** Names it inside a sentence: "部门整体指标", "项目 P03“…”". */
  readonly title: string;
  readonly project: { readonly code: string; readonly name: string; readonly fundSource: FundSource } | null;
  readonly leaves: readonly Leaf[];
  readonly execution: ExecutionCells | null;
  readonly funding: readonly FundingColumn[];
  /** What the weights of the leaves must add up to; null where the source is cut off or does not say. */
  readonly expectedWeight: Exact | null;
  readonly parents: readonly WeightedParent[];
  /** Computed; null when the source gives no weights. */
  readonly total: ScoreTotal | null;
  readonly gradeBands: GradeBands;
  /** Total and grade as a published table prints them. */
  readonly printedTotal: { readonly text: string; readonly score: DecimalText } | null;
  readonly printedGrade: { readonly text: string; readonly grade: Grade } | null;
}

/** Cells that belong together: one leaf's, one project's own, or a section's. */
export interface CellGroup {
  readonly subject: string;
  readonly place: string;
  readonly cells: readonly CellSpec[];
  /** The leaf they belong to. */
  readonly entry: IndicatorEntry | null;
}

/** A money cell that holds a figure. */
export interface MoneyFigure {
  readonly address: CellAddress;
  readonly label: string;
  /** In 万元. */
  readonly value: Exact;
  readonly decimal: DecimalText;
}

/** A supporting file (佐证材料) and the cell it is attached to. */
export interface Evidence {
  readonly address: string;
  /** Key of the leaf it supports; null when the cell belongs to none. */
  readonly indicator: string | null;
  readonly name: string;
  /** The day the document itself bears (ISO), not the day of the upload; null when none is recorded. */
  readonly date: string | null;
  readonly sha256: string;
}

export interface Prose {
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
}

/**
 * Everything a check may look at. Reading never throws: an address the source does not have reads as an empty cell, and what a source does not
 * have at all (projects, prose, evidence) is an empty list.
 */
export interface CheckContext {
  readonly source: CheckSource;
  readonly fiscalYear: number | null;
  readonly thresholds: Thresholds;
  /** The department's (or the published) table first, then one table per project. */
  readonly tables: readonly CheckedTable[];
  readonly groups: readonly CellGroup[];
  readonly prose: Prose;
  readonly evidence: readonly Evidence[];
  /** Trimmed text of a cell, "" when empty. */
  readonly text: (address: string) => string;
  /** Whether the source has this cell. */
  readonly has: (address: string) => boolean;
  readonly parsed: (address: string) => ParsedCell;
  /** A figure, "empty" or "unreadable". */
  readonly money: (address: string) => MoneyFigure | 'empty' | 'unreadable';
}

/** The leaves of the department's table and of all projects. */
export function allLeaves(context: Pick<CheckContext, 'tables'>): readonly Leaf[] {
  return context.tables.flatMap((table) => table.leaves);
}

/** The leaves of the department's (or the published) table. */
export function ownLeaves(context: Pick<CheckContext, 'tables'>): readonly Leaf[] {
  return wholeTable(context)?.leaves ?? [];
}

/** The tables of the projects. */
export function projectTables(context: Pick<CheckContext, 'tables'>): readonly CheckedTable[] {
  return context.tables.filter((table) => table.project !== null);
}

/** Whether the leaf's points stand in the total by themselves, not inside an aggregate's. */
export function isCounted({ entry }: Leaf): boolean {
  return entry.partOf === null;
}

/** The department's (or the published) table. */
export function wholeTable(context: Pick<CheckContext, 'tables'>): CheckedTable | null {
  return context.tables.find((table) => table.project === null) ?? null;
}
