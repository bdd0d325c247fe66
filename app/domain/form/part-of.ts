interface Leaf {
  readonly code: string;
  readonly name: string;
  readonly partOf: string | null;
}

/** The aggregate leaf a leaf counts into, of the same table; null for a leaf with points of its own in the total. */
export function parentOf<Of extends Leaf>(leaf: Leaf, table: readonly Of[]): Of | null {
  return leaf.partOf === null ? null : (table.find(({ code }) => code === leaf.partOf) ?? null);
}

/** “计入 GL-02 预算编制质量”; "" for a leaf that stands for itself. */
export function partOfText(leaf: Leaf, table: readonly Leaf[]): string {
  const parent = parentOf(leaf, table);
  return parent === null ? '' : `计入 ${parent.code} ${parent.name}`;
}
