export const FIGURE_WORDS: ReadonlySet<string>;
export const OTHER_HEADS: ReadonlySet<string>;
export const OTHER_VERBS: ReadonlySet<string>;
export const OTHER_HOLDERS: ReadonlySet<string>;
export const COUNTED_MEMBERS: ReadonlySet<string>;
export function wordsOf(name: string): string[];
export function holdsOther(name: string): boolean;
export function isFigureName(name: string): boolean;
