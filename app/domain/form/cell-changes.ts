import type { CellTexts } from './sections';

/**
 * Tells which cells have other text from one set of texts to the next. Between two keystrokes nearly all texts stay and stand in the same order: they are
 * walked through once and looked up only where the order is another.
 */
export class CellChanges {
  private last: CellTexts | null = null;
  private readonly addresses: string[] = [];
  private readonly texts: string[] = [];

  /** Addresses whose text is another than in the set before, emptied ones included; null for the first set. */
  next(cells: CellTexts): readonly string[] | null {
    const before = this.last;
    this.last = cells;
    if (before === null) return null;
    // Many forms are only ever scored once.
    if (this.addresses.length === 0) this.remember(before);
    const changed = this.inOrder(cells);
    if (changed !== null) return changed;
    this.remember(cells);
    return differing(before, cells);
  }

  /** Null when a cell has gone or stands elsewhere; new ones come last. */
  private inOrder(cells: CellTexts): readonly string[] | null {
    const { addresses, texts } = this;
    const changed: string[] = [];
    let at = 0;
    for (const address in cells) {
      const text = cells[address]!;
      if (at === addresses.length) {
        addresses.push(address);
        texts.push(text);
        changed.push(address);
      } else if (addresses[at] !== address) return null;
      else if (texts[at] !== text) {
        texts[at] = text;
        changed.push(address);
      }
      at += 1;
    }
    return at === addresses.length ? changed : null;
  }

  private remember(cells: CellTexts): void {
    this.addresses.length = 0;
    this.texts.length = 0;
    for (const address in cells) {
      this.addresses.push(address);
      this.texts.push(cells[address]!);
    }
  }
}

function differing(before: CellTexts, cells: CellTexts): readonly string[] {
  const changed: string[] = [];
  for (const address in cells) if (cells[address] !== before[address]) changed.push(address);
  for (const address in before) if (!(address in cells)) changed.push(address);
  return changed;
}
