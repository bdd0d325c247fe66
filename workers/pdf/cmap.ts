const MAX_CODE_POINT = 0x10ffff;

/** The code points a face can draw, one bit each. */
export class Coverage {
  private readonly bits = new Uint8Array((MAX_CODE_POINT >> 3) + 1);

  add(codePoint: number): void {
    this.bits[codePoint >> 3]! |= 1 << (codePoint & 7);
  }

  has(codePoint: number): boolean {
    return (this.bits[codePoint >> 3]! & (1 << (codePoint & 7))) !== 0;
  }

  /** Code points of either face. */
  join(other: Coverage): Coverage {
    const joined = new Coverage();
    for (let index = 0; index < this.bits.length; index += 1) joined.bits[index] = this.bits[index]! | other.bits[index]!;
    return joined;
  }
}

/**
 * Reads which characters a TrueType or OpenType face holds from its `cmap` table (OpenType 1.9, formats 4 and 12). Of a collection
 * (.ttc) the first face is read.
 */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const start = view.getUint32(0) === 0x74746366 ? view.getUint32(12) : 0;
  const cmap = tableOffset(view, start, 'cmap');
  const coverage = new Coverage();
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const record = cmap + 4 + index * 8;
    const platform = view.getUint16(record);
    if (platform !== 0 && platform !== 3) continue;
    const subtable = cmap + view.getUint32(record + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readFormat4(view, subtable, coverage);
    if (format === 12) readFormat12(view, subtable, coverage);
  }
  return coverage;
}

function tableOffset(view: DataView, start: number, tag: string): number {
  for (let index = 0; index < view.getUint16(start + 4); index += 1) {
    const record = start + 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`Font without ${tag} table`);
}

/** Segments of the basic plane. A glyph number of 0 is the box that stands for "missing", so it does not count as covered. */
function readFormat4(view: DataView, at: number, coverage: Coverage): void {
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const rangeOffsets = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const first = view.getUint16(starts + segment * 2);
    const last = view.getUint16(ends + segment * 2);
    const delta = view.getUint16(deltas + segment * 2);
    const rangeAt = rangeOffsets + segment * 2;
    const rangeOffset = view.getUint16(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const raw = rangeOffset === 0 ? code : view.getUint16(rangeAt + rangeOffset + (code - first) * 2);
      const glyph = rangeOffset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) coverage.add(code);
    }
  }
}

function readFormat12(view: DataView, at: number, coverage: Coverage): void {
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const record = at + 16 + group * 12;
    const first = view.getUint32(record);
    const last = Math.min(view.getUint32(record + 4), MAX_CODE_POINT);
    const glyph = view.getUint32(record + 8);
    for (let code = first; code <= last; code += 1) if (glyph + code - first !== 0) coverage.add(code);
  }
}
