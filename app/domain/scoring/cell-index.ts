import type { CellPart } from '../form/leaf-cells';
import type { CellTexts } from '../form/sections';
import { cellOf, type OwnCells, type ReadCell } from './read-cell';

interface TypedCell {
  readonly field: string;
  readonly address: string;
  text: string;
}

/** The own cells of one leaf: a handful, looked through in turn. */
class LeafTexts implements OwnCells {
  constructor(
    private readonly prefix: string,
    private readonly cells: TypedCell[],
  ) {}

  text(field: string): string {
    return this.find(field)?.text ?? '';
  }

  read(field: string, part: CellPart | null): ReadCell {
    const cell = this.find(field);
    return cell === undefined ? cellOf(`${this.prefix}.${field}`, part, '') : cellOf(cell.address, part, cell.text);
  }

  put(address: string, text: string): void {
    for (const cell of this.cells) {
      if (cell.address !== address) continue;
      cell.text = text;
      return;
    }
    this.cells.push(typedCell(this.prefix, address, text));
  }

  private find(field: string): TypedCell | undefined {
    for (const cell of this.cells) if (cell.field === field) return cell;
    return undefined;
  }
}

function typedCell(prefix: string, address: string, text: string): TypedCell {
  return { field: address.slice(prefix.length + 1), address, text };
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
    return this.byPrefix.get(prefix) ?? new LeafTexts(prefix, []);
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
    const own = this.byPrefix.get(prefix);
    if (own === undefined) this.byPrefix.set(prefix, new LeafTexts(prefix, [typedCell(prefix, address, text)]));
    else own.put(address, text);
  }
}

/** Where the leaf's prefix ends: before `.inputs.<key>`, else before the last part. */
export function prefixEnd(address: string): number {
  const inputs = address.indexOf('.inputs.');
  return inputs >= 0 ? inputs : Math.max(0, address.lastIndexOf('.'));
}
