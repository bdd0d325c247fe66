import { findMentions } from '../narrative/find-mentions';
import { findStatements } from '../narrative/find-statements';
import type { Mention, NamedIndicator, Passage, Statement } from '../narrative/prose';
import type { Prose } from './check-context';

/** What one passage says, read when somebody asks for it. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly mentions: () => readonly Mention[];
  readonly statements: () => readonly Statement[];
}

/** Passages are read one at a time, so that an edited one is the only one read again. */
export function readPassage(passage: Passage, indicators: readonly NamedIndicator[]): ReadPassage {
  let mentions: readonly Mention[] | null = null;
  let statements: readonly Statement[] | null = null;
  return {
    passage,
    mentions: () => (mentions ??= findMentions(passage, indicators)),
    statements: () => (statements ??= findStatements(passage)),
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
