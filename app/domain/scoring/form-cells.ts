import type { CellPart } from '../form/leaf-cells';
import type { CellTexts } from '../form/sections';
import type { PartFinder } from './part-finder';
import { cellOf, type CellReader, type ReadCell } from './read-cell';

/** The cells of a form by address. Those that several leaves read are parsed once. */
export class FormCells implements CellReader {
  private readonly shared = new Map<string, ReadCell>();

  constructor(
    private readonly texts: CellTexts,
    private readonly partOf: PartFinder,
  ) {}

  text(address: string): string {
    return this.texts[address] ?? '';
  }

  read(address: string, part?: CellPart | null): ReadCell {
    if (part !== undefined) return cellOf(address, part, this.text(address));
    const known = this.shared.get(address);
    if (known !== undefined) return known;
    const cell = cellOf(address, this.partOf(address), this.text(address));
    this.shared.set(address, cell);
    return cell;
  }
}
