import type { CellAddress } from '../form/cell-address';
import type { CheckContext } from './check-context';
import type { FindingLevel } from './finding';

/** What one check has to say about one thing: something to deal with, or a figure that was checked and is right. */
export type CheckOutcome =
  | {
      readonly kind: 'finding';
      readonly level: FindingLevel;
      /** What it concerns, as the tail of the finding's key ("LZ-04", "P03.I02"); empty when there is only one. */
      readonly subject: string;
      readonly message: string;
      /** First the cell to jump to. */
      readonly addresses: readonly CellAddress[];
      readonly answer: 'explain' | 'correct' | 'attach' | null;
      /** A cell of the form that already answers it (偏差原因); the answer cell of the finding counts besides. */
      readonly answeredBy?: CellAddress;
    }
  | { readonly kind: 'confirmation'; readonly message: string; readonly addresses: readonly CellAddress[] };

/** One named rule of the catalogue (domain.md §4.3): one file, one line in the registry. */
export interface Check {
  readonly id: string;
  /** What the rule demands, in a few words of Chinese. */
  readonly title: string;
  readonly run: (context: CheckContext) => readonly CheckOutcome[];
}
