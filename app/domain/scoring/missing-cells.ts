import type { ItemScore } from './score-sheet';

const NONE: readonly string[] = [];

/** The addresses that scores lack, each once. */
export function missingIn(items: readonly ItemScore[]): readonly string[] {
  return items.some(({ missing }) => missing.length > 0) ? [...new Set(items.flatMap(({ missing }) => missing))] : NONE;
}
