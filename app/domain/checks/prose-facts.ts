import type { Mention, NamedIndicator, Passage, Statement } from '../narrative/prose';
import type { Prose } from './check-context';

/** How prose is read. Each function looks at one passage at a time, so that an edited paragraph is the only one read again. */
export interface ProseReader {
  /** The narrative cells that hold text, as passages. `text` gives what a cell holds as typed, so that offsets count from its beginning. */
  readonly passagesOfForm: (text: (address: string) => string) => readonly Passage[];
  readonly findMentions: (passage: Passage, indicators: readonly NamedIndicator[]) => readonly Mention[];
  readonly findStatements: (passage: Passage) => readonly Statement[];
}

/** Reads nothing. */
export const NO_PROSE_READER: ProseReader = { passagesOfForm: () => [], findMentions: () => [], findStatements: () => [] };

/** What one passage says, read when somebody asks for it. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly mentions: () => readonly Mention[];
  readonly statements: () => readonly Statement[];
}

export function readPassage(reader: ProseReader, passage: Passage, indicators: readonly NamedIndicator[]): ReadPassage {
  let mentions: readonly Mention[] | null = null;
  let statements: readonly Statement[] | null = null;
  return {
    passage,
    mentions: () => (mentions ??= reader.findMentions(passage, indicators)),
    statements: () => (statements ??= reader.findStatements(passage)),
  };
}

/** The prose of a source; mentions and statements are looked for when a check asks for them. */
export function proseOf(passages: readonly ReadPassage[]): Prose {
  let mentions: readonly Mention[] | null = null;
  let statements: readonly Statement[] | null = null;
  return {
    passages: passages.map(({ passage }) => passage),
    get mentions() {
      return (mentions ??= passages.flatMap((read) => read.mentions()));
    },
    get statements() {
      return (statements ??= passages.flatMap((read) => read.statements()));
    },
  };
}
