import { CellChanges } from '../form/cell-changes';
import type { CellTexts } from '../form/sections';

/** Who reads which cell. */
export class WatchedCells<Reader> {
  readonly #readers = new Map<string, Reader[]>();
  readonly #changes = new CellChanges();

  /** From the next pass on, an edit of this cell concerns the reader. */
  watch(address: string, reader: Reader): void {
    const known = this.#readers.get(address);
    if (known) known.push(reader);
    else this.#readers.set(address, [reader]);
  }

  /** Takes the texts of a new pass and gives the readers of all watched cells whose text is another than in the last; a reader may come twice. */
  readersOfEdits(texts: CellTexts): readonly Reader[] {
    return (this.#changes.next(texts) ?? []).flatMap((address) => this.#readers.get(address) ?? []);
  }
}
