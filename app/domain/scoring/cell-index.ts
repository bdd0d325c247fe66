import { CellChanges } from '../form/cell-changes';
import { isLeafCell } from '../form/cell-address';
import type { CellPart } from '../form/leaf-cells';
import type { CellTexts } from '../form/sections';
import { cellOf, type OwnCells, type ReadCell } from './read-cell';

const POINT = '.'.charCodeAt(0);
/** Leaves without cells that may lie between two that have some. */
const LOOK_AHEAD = 3;

/** A typed cell of a leaf; `next` is another one of the same leaf. */
interface TypedCell {
  readonly address: string;
  text: string;
  readonly next: TypedCell | null;
}

/** The own cells of one leaf: a handful, looked through in turn. */
class LeafTexts implements OwnCells {
  private first: TypedCell | null = null;

  constructor(readonly prefix: string) {}

  text(field: string): string {
    return this.find(field)?.text ?? '';
  }

  read(field: string, part: CellPart | null): ReadCell {
    const cell = this.find(field);
    return cell === null ? cellOf(`${this.prefix}.${field}`, part, '') : cellOf(cell.address, part, cell.text);
  }

  /** Compared from the end, where neighbours differ. */
  holds(address: string): boolean {
    const { prefix } = this;
    if (address.charCodeAt(prefix.length) !== POINT) return false;
    for (let at = prefix.length - 1; at >= 0; at -= 1) if (address.charCodeAt(at) !== prefix.charCodeAt(at)) return false;
    return true;
  }

  /** A cell that is not known yet. */
  add(address: string, text: string): void {
    this.first = { address, text, next: this.first };
  }

  put(address: string, text: string): void {
    let cell = this.first;
    while (cell !== null && cell.address !== address) cell = cell.next;
    if (cell === null) this.add(address, text);
    else cell.text = text;
  }

  private find(field: string): TypedCell | null {
    const { length } = this.prefix;
    for (let cell = this.first; cell !== null; cell = cell.next) {
      if (cell.address.length === length + 1 + field.length && cell.address.endsWith(field)) return cell;
    }
    return null;
  }
}

/**
 * The cells of a form by the leaf they belong to. Scoring asks a leaf for a handful of fields: grouping the texts that are there once is far quicker than
 * putting together and looking up the address of every field of every leaf.
 */
export class CellIndex {
  private readonly leaves: LeafTexts[] = [];
  private readonly changes = new CellChanges();
  private readonly places = new Map<string, number>();
  /** Cells of a leaf mostly follow each other, and so do leaves. */
  private at = 0;

  /** The cells of a leaf of the form, kept up to date by `update`. Leaves are named in the order of the form, before the first update. */
  leaf(prefix: string): OwnCells {
    const leaf = new LeafTexts(prefix);
    this.leaves.push(leaf);
    return leaf;
  }

  /** Takes over a set of texts; gives the addresses whose text is another than before, null for the first set. */
  update(cells: CellTexts): readonly string[] | null {
    const changed = this.changes.next(cells);
    if (changed === null) for (const address in cells) this.leafOf(address)?.add(address, cells[address]!);
    else for (const address of changed) this.leafOf(address)?.put(address, cells[address] ?? '');
    return changed;
  }

  private leafOf(address: string): LeafTexts | undefined {
    if (!isLeafCell(address)) return undefined;
    const { leaves } = this;
    for (let at = this.at; at <= this.at + LOOK_AHEAD; at += 1) {
      if (leaves[at]?.holds(address) !== true) continue;
      this.at = at;
      return leaves[at];
    }
    this.at = this.placeOf(address);
    return leaves[this.at];
  }

  /** The place of the cell's leaf; one behind the last for a leaf the form does not have. */
  private placeOf(address: string): number {
    if (this.places.size === 0) this.leaves.forEach(({ prefix }, place) => this.places.set(prefix, place));
    return this.places.get(address.slice(0, prefixEnd(address))) ?? this.leaves.length;
  }
}

/** Where the leaf's prefix ends: before `.inputs.<key>`, else before the last part. */
export function prefixEnd(address: string): number {
  const inputs = address.indexOf('.inputs.');
  return inputs >= 0 ? inputs : Math.max(0, address.lastIndexOf('.'));
}
