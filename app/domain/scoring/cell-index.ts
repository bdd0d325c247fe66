import type { CellTexts } from '../form/sections';

/** The texts of one leaf's own cells: parallel lists of a few entries. */
export interface OwnTexts {
  readonly fields: readonly string[];
  readonly addresses: readonly string[];
  readonly texts: readonly string[];
}

const NO_TEXTS: OwnTexts = { fields: [], addresses: [], texts: [] };

/**
 * The cells of a form by the leaf they belong to. Scoring asks a leaf for a handful of fields: grouping the texts that are there once is far quicker than
 * putting together and looking up the address of every field of every leaf.
 */
export class CellIndex {
  private readonly byPrefix = new Map<string, { fields: string[]; addresses: string[]; texts: string[] }>();
  private cells: CellTexts = {};
  private size = 0;

  own(prefix: string): OwnTexts {
    return this.byPrefix.get(prefix) ?? NO_TEXTS;
  }

  /** Takes over a new set of texts; gives the addresses whose text is another than before. */
  update(cells: CellTexts): readonly string[] {
    const changed: string[] = [];
    const before = this.cells;
    let size = 0;
    for (const address in cells) {
      size += 1;
      if (cells[address] !== before[address]) {
        changed.push(address);
        this.put(address, cells[address] ?? '');
      }
    }
    const hasGone = this.size + changed.filter((address) => !(address in before)).length !== size;
    if (hasGone) {
      for (const address in before) {
        if (address in cells) continue;
        changed.push(address);
        this.put(address, '');
      }
    }
    this.cells = cells;
    this.size = size;
    return changed;
  }

  private put(address: string, text: string): void {
    const end = prefixEnd(address);
    const prefix = address.slice(0, end);
    let own = this.byPrefix.get(prefix);
    if (own === undefined) {
      own = { fields: [], addresses: [], texts: [] };
      this.byPrefix.set(prefix, own);
    }
    const index = own.addresses.indexOf(address);
    if (index >= 0) own.texts[index] = text;
    else {
      own.fields.push(address.slice(end + 1));
      own.addresses.push(address);
      own.texts.push(text);
    }
  }
}

/** Where the leaf's prefix ends: before `.inputs.<key>`, else before the last part. */
export function prefixEnd(address: string): number {
  const inputs = address.indexOf('.inputs.');
  return inputs >= 0 ? inputs : Math.max(0, address.lastIndexOf('.'));
}
