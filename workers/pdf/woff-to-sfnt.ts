import { inflateSync } from 'node:zlib';

const WOFF_SIGNATURE = 0x774f4646;
const WOFF_HEADER = 44;
const WOFF_TABLE = 20;
const SFNT_HEADER = 12;
const SFNT_TABLE = 16;

/**
 * Unpacks a WOFF 1.0 file (W3C Recommendation 2012, §3–5) into the TrueType file it was made from. Each table is zlib-compressed on its
 * own, or stored when that is not shorter. Throws on anything else.
 */
export function woffToSfnt(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (view.getUint32(0) !== WOFF_SIGNATURE) throw new Error('Not a WOFF 1.0 file');
  const tables = Array.from({ length: view.getUint16(12) }, (_, index) => {
    const at = WOFF_HEADER + index * WOFF_TABLE;
    const [offset, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    const raw = woff.subarray(offset, offset + packed);
    const content = packed === length ? raw : inflateSync(raw);
    if (content.length !== length) throw new Error('WOFF table of wrong length');
    return { tag: view.getUint32(at), checksum: view.getUint32(at + 16), content };
  });
  const directory = SFNT_HEADER + tables.length * SFNT_TABLE;
  const padded = (length: number): number => (length + 3) & ~3;
  const sfnt = new Uint8Array(tables.reduce((size, table) => size + padded(table.content.length), directory));
  const out = new DataView(sfnt.buffer);
  const power = Math.floor(Math.log2(tables.length));
  out.setUint32(0, view.getUint32(4));
  out.setUint16(4, tables.length);
  out.setUint16(6, 2 ** power * 16);
  out.setUint16(8, power);
  out.setUint16(10, tables.length * 16 - 2 ** power * 16);
  let offset = directory;
  for (const [index, { tag, checksum, content }] of tables.entries()) {
    const at = SFNT_HEADER + index * SFNT_TABLE;
    [tag, checksum, offset, content.length].forEach((value, word) => out.setUint32(at + word * 4, value));
    sfnt.set(content, offset);
    offset += padded(content.length);
  }
  return sfnt;
}
