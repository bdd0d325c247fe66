import { CellChanges } from '../form/cell-changes';
import { isOfLeafOrFunds } from '../form/cell-address';
import type { CellPart } from '../form/leaf-cells';
import type { CellTexts } from '../form/sections';
import { cellOf, type OwnCells, type ReadCell } from './read-cell';

const POINT = '.'.charCodeAt(0);
/** Groups without cells that may lie between two that have some. */
const LOOK_AHEAD = 3;

/** A typed cell; `next` is another one of the same group. */
interface TypedCell {
  readonly address: string;
  text: string;
  readonly next: TypedCell | null;
}

/** The cells of one leaf or of the funds of a project: a handful, looked through in turn. */
class CellGroup implements OwnCells {
  private first: TypedCell | null = null;

  constructor(readonly prefix: string) {}

  text(field: string): string {
    return this.find(field)?.text ?? '';
  }

  read(field: string, part: CellPart | null): ReadCell {
    const cell = this.find(field);
    return cell === null ? cellOf(`${this.prefix}.${field}`, part, '') : cellOf(cell.address, part, cell.text);
  }

  /** Neighbours differ in the last character, mostly. */
  holds(address: string): boolean {
    const { prefix } = this;
    const { length } = prefix;
    return address.charCodeAt(length) === POINT && address.charCodeAt(length - 1) === prefix.charCodeAt(length - 1) && address.startsWith(prefix);
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
 * The cells of a form by the leaf or the funds table they belong to. Scoring asks each for a handful of fields: grouping the texts that are there once is far
 * quicker than putting together and looking up the address of every field of every leaf.
 */
export class CellIndex {
  private readonly groups: CellGroup[] = [];
  private readonly changes = new CellChanges();
  private readonly places = new Map<string, number>();
  /** Cells of a group mostly follow each other, and so do groups. */
  private at = 0;

  /** The cells whose address is this prefix and a field, kept up to date by `update`. Named in the order of the form, before the first update. */
  group(prefix: string): OwnCells {
    const group = new CellGroup(prefix);
    this.groups.push(group);
    return group;
  }

  /** Takes over a set of texts; gives the addresses whose text is another than before, null for the first set. */
  update(cells: CellTexts): readonly string[] | null {
    const changed = this.changes.next(cells);
    if (changed === null) for (const address of Object.keys(cells)) this.groupOf(address)?.add(address, cells[address]!);
    else for (const address of changed) this.groupOf(address)?.put(address, cells[address] ?? '');
    return changed;
  }

  private groupOf(address: string): CellGroup | undefined {
    if (!isOfLeafOrFunds(address)) return undefined;
    const { groups } = this;
    const last = Math.min(this.at + LOOK_AHEAD, groups.length - 1);
    for (let at = this.at; at <= last; at += 1) {
      if (!groups[at]!.holds(address)) continue;
      this.at = at;
      return groups[at];
    }
    const place = this.placeOf(address);
    if (place === undefined) return undefined;
    this.at = place;
    return groups[place];
  }

  /** The place of the cell's group; undefined for a leaf the form does not have, and for the lower rows of a funds table. */
  private placeOf(address: string): number | undefined {
    if (this.places.size === 0) this.groups.forEach(({ prefix }, place) => this.places.set(prefix, place));
    return this.places.get(address.slice(0, prefixEnd(address)));
  }
}

/** Where the leaf's prefix ends: before `.inputs.<key>`, else before the last part. */
export function prefixEnd(address: string): number {
  const inputs = address.indexOf('.inputs.');
  return inputs >= 0 ? inputs : Math.max(0, address.lastIndexOf('.'));
}
