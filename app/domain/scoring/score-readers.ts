/** A score that is kept until something it was computed from is another. */
export interface KeptScore {
  forget(): void;
}

/** Which kept scores an edit matters to: those of the leaf the cell belongs to, and those that read the cell. */
export class ScoreReaders {
  private readonly readers = new Map<string, KeptScore[]>();

  /** `key`: the address of a cell, or the prefix of a leaf. */
  add(key: string, ...scores: readonly KeptScore[]): void {
    const known = this.readers.get(key);
    if (known) known.push(...scores);
    else this.readers.set(key, [...scores]);
  }

  forget(edited: readonly string[]): void {
    for (const address of edited) {
      for (const score of this.readers.get(address) ?? []) score.forget();
      for (const score of this.readers.get(address.slice(0, prefixEnd(address))) ?? []) score.forget();
    }
  }
}

/** Where the leaf's prefix ends: before `.inputs.<key>`, else before the last part. */
function prefixEnd(address: string): number {
  const inputs = address.indexOf('.inputs.');
  return inputs >= 0 ? inputs : Math.max(0, address.lastIndexOf('.'));
}
