import type { CellPart } from '../form/leaf-cells';
import type { CellTexts } from '../form/sections';
import { cellOf, type OwnCells, type ReadCell } from './read-cell';

/** The own cells of one leaf: parallel lists of a few entries. */
class LeafTexts implements OwnCells {
  private readonly fields: string[] = [];
  private readonly addresses: string[] = [];
  private readonly texts: string[] = [];

  constructor(private readonly prefix: string) {}

  text(field: string): string {
    return this.texts[this.fields.indexOf(field)] ?? '';
  }

  read(field: string, part: CellPart | null): ReadCell {
    const at = this.fields.indexOf(field);
    return at < 0 ? cellOf(`${this.prefix}.${field}`, part, '') : cellOf(this.addresses[at]!, part, this.texts[at]!);
  }

  put(address: string, text: string): void {
    const at = this.addresses.indexOf(address);
    if (at >= 0) this.texts[at] = text;
    else {
      this.fields.push(address.slice(this.prefix.length + 1));
      this.addresses.push(address);
      this.texts.push(text);
    }
  }
}

/**
 * The cells of a form by the leaf they belong to. Scoring asks a leaf for a handful of fields: grouping the texts that are there once is far quicker than
 * putting together and looking up the address of every field of every leaf.
 */
export class CellIndex {
  private readonly byPrefix = new Map<string, LeafTexts>();
  private cells: CellTexts = {};
  private size = 0;

  own(prefix: string): OwnCells {
    return this.byPrefix.get(prefix) ?? new LeafTexts(prefix);
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
    const prefix = address.slice(0, prefixEnd(address));
    let own = this.byPrefix.get(prefix);
    if (own === undefined) {
      own = new LeafTexts(prefix);
      this.byPrefix.set(prefix, own);
    }
    own.put(address, text);
  }
}

/** Where the leaf's prefix ends: before `.inputs.<key>`, else before the last part. */
export function prefixEnd(address: string): number {
  const inputs = address.indexOf('.inputs.');
  return inputs >= 0 ? inputs : Math.max(0, address.lastIndexOf('.'));
}
