import type { CellTexts } from '../form/sections';

interface WatchedCell<Reader> {
  readonly address: string;
  text: string | undefined;
  /** The pass that last found the cell filled. */
  seen: number;
  readonly readers: Reader[];
}

/** Who reads which cell, and the texts of the last pass. Finds the readers of edited cells in one walk over the filled ones. */
export class WatchedCells<Reader> {
  readonly #cells = new Map<string, WatchedCell<Reader>>();
  #texts: CellTexts = {};
  #pass = 0;
  /** Watched cells that held text in the last pass. */
  #filled = 0;

  /** From the next pass on, an edit of this cell concerns the reader. */
  watch(address: string, reader: Reader): void {
    const known = this.#cells.get(address);
    if (known) {
      known.readers.push(reader);
      return;
    }
    const text = this.#texts[address];
    if (text !== undefined) this.#filled += 1;
    this.#cells.set(address, { address, text, seen: this.#pass, readers: [reader] });
  }

  /** Takes the texts of a new pass and gives the readers of all watched cells whose text is another than in the last; a reader may come twice. */
  readersOfEdits(texts: CellTexts): readonly Reader[] {
    const edited: WatchedCell<Reader>[] = [];
    this.#texts = texts;
    this.#pass += 1;
    let filled = 0;
    let emptied = this.#filled;
    for (const address in texts) {
      const cell = this.#cells.get(address);
      if (cell === undefined) continue;
      filled += 1;
      cell.seen = this.#pass;
      const text = texts[address];
      if (cell.text !== undefined) emptied -= 1;
      if (cell.text === text) continue;
      cell.text = text;
      edited.push(cell);
    }
    this.#filled = filled;
    if (emptied > 0) edited.push(...this.#emptied());
    return edited.flatMap((cell) => cell.readers);
  }

  #emptied(): WatchedCell<Reader>[] {
    const emptied = [...this.#cells.values()].filter((cell) => cell.text !== undefined && cell.seen !== this.#pass);
    for (const cell of emptied) cell.text = undefined;
    return emptied;
  }
}
