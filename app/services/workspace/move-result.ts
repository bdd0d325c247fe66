/** What became of a change of state: done, or why not, in sentences for the page. */
export type MoveResult = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly string[] };
