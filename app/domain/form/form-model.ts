import type { CellAddress } from './cell-address';

/** What a cell holds, and therefore how its typed text is parsed and edited. */
export type CellKind =
  | 'text' // one line
  | 'long_text' // paragraphs
  | 'money' // 万元, up to 6 decimals
  | 'count' // whole number ≥ 0
  | 'decimal'
  | 'percent' // "96.81", "96.81%"
  | 'quantity' // number with the indicator's unit: "14.55", "14.55万户"
  | 'yes_no' // 是 / 否
  | 'tier' // 达成年度指标 / 部分达成… / 未达成…
  | 'points' // a score between 0 and `maximum`
  | 'date';

export type SectionKey = 'basics' | 'budget' | 'indicators' | 'projects' | 'narrative' | 'answers';

export interface CellSpec {
  readonly address: CellAddress;
  readonly section: SectionKey;
  /** Chinese label as the official table prints it. */
  readonly label: string;
  /** The indicator or project the cell belongs to, by name; with the label it names the cell anywhere (`cellCaption`). */
  readonly subject?: string;
  readonly kind: CellKind;
  readonly unit: string;
  readonly required: boolean;
  /** Upper bound of a `points` cell. */
  readonly maximum?: string;
  /** A money cell that may be negative (预算调整数). */
  readonly signed?: boolean;
  /** The evaluated year, for a date cell: completes days typed without a year. */
  readonly fiscalYear?: number;
  /** Longest accepted typed text, in characters. */
  readonly maxLength: number;
  /** Set for cells of one project (P01 …): units see only their own projects. */
  readonly project?: string;
  /** Set for cells of one indicator: its code. */
  readonly indicator?: string;
  readonly help?: string;
}

/** Which cells exist for one assignment, in the order of the form. Derived from the pinned version, the slot bindings and the projects. */
export interface FormModel {
  readonly cells: readonly CellSpec[];
  readonly byAddress: ReadonlyMap<string, CellSpec>;
}

/** Names a cell in a sentence: "商事主体数：实际完成值". */
export function cellCaption(spec: CellSpec): string {
  return spec.subject ? `${spec.subject}：${spec.label}` : spec.label;
}
