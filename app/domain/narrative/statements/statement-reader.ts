import type { Passage, Quote, Statement } from '../prose';
import type { Stretch } from '../sentences';

/** Reads one kind of statement out of one sentence; `quote` is made only for what is found. */
export type StatementReader = (stretch: Stretch, role: Passage['role'], quote: () => Quote) => readonly Statement[];

/** Sections that state facts about the whole form. */
export const STATES_FACTS: ReadonlySet<Passage['role']> = new Set(['budget', 'conclusion']);
