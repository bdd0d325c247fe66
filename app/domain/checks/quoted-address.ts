import type { CellAddress } from '../form/cell-address';
import type { Quote } from '../narrative/prose';
import type { CheckContext } from './check-context';

/** The cells that hold the quoted sentences; none where the prose is no cell (a report). */
export function quotedAddresses(context: CheckContext, quotes: readonly Quote[]): readonly CellAddress[] {
  const passages = new Set(quotes.map((quote) => quote.passage).filter((passage) => context.has(passage)));
  return [...passages].map((passage) => passage as CellAddress);
}
