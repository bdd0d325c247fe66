import type { CellAddress } from '../form/cell-address';
import type { Quote } from '../narrative/prose';
import type { CellGroup, CheckContext, CheckedTable, Leaf } from './check-context';
import type { FindingAnswer, FindingLevel } from './finding';

/** What one check has to say about one thing: something to deal with, or a figure that was checked and is right. */
export type CheckOutcome =
  | {
      readonly kind: 'finding';
      readonly level: FindingLevel;
      /** What it concerns, as the tail of the finding's key ("LZ-04", "P03.I02"); empty when there is only one. Letters, digits, "-", "_" and "." */
      readonly subject: string;
      readonly message: string;
      /** First the cell to jump to. */
      readonly addresses: readonly CellAddress[];
      readonly quotes?: readonly Quote[];
      readonly answer: FindingAnswer;
      /** A cell of the form that already answers it (偏差原因); the answer cell of the finding counts besides. */
      readonly answeredBy?: CellAddress;
    }
  | { readonly kind: 'confirmation'; readonly message: string; readonly addresses: readonly CellAddress[]; readonly quotes?: readonly Quote[] };

export type CheckOutcomes = readonly CheckOutcome[];

/**
 * One named rule of the catalogue (domain.md §4.3): one file, one line in the registry. It has at least one of the four functions below; the
 * smaller the thing a function looks at, the less is checked again after an edit. A function is pure: what it reads, it reads through the
 * context and the thing it is given. Findings are listed in the order form → tables → leaves → groups, each in the order of the form.
 */
export interface Check {
  readonly id: string;
  /** What the rule demands, in a few words of Chinese. */
  readonly title: string;
  /** Every level its findings may have, worst first. */
  readonly levels: readonly FindingLevel[];
  /** How its findings are answered; null when they only inform. A finding of a lower level may ask for less. */
  readonly answer: FindingAnswer;
  /** What it demands and when it speaks: one or two sentences of Chinese for the page that documents all checks. */
  readonly explains: string;
  /** The document or practice the rule stands on. */
  readonly source: string;
  /** About what must be typed before a form can be sent: not run on reports and published tables. */
  readonly formOnly?: true;
  /** Once. */
  readonly form?: (context: CheckContext) => CheckOutcomes;
  /** For the department's (or the published) table and for every project's table. */
  readonly table?: (context: CheckContext, table: CheckedTable) => CheckOutcomes;
  /** For every leaf of every table. */
  readonly leaf?: (context: CheckContext, leaf: Leaf) => CheckOutcomes;
  /** For every group of cells; only forms have groups. */
  readonly group?: (context: CheckContext, group: CellGroup) => CheckOutcomes;
}
