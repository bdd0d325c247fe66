import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { toPalettePng } from './palette-png';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, content: Buffer): Buffer {
  const [length, check, typed] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), content])];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}

/** An 8-bit RGB picture, two pixels wide, from rows that begin with their filter. */
function picture(rows: readonly number[][]): Buffer {
  const head = Buffer.from([0, 0, 0, 2, 0, 0, rows.length >> 8, rows.length & 255, 8, 2, 0, 0, 0]);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from(rows.flat()))), chunk('IEND', Buffer.alloc(0))]);
}

/** The colours of each row of a palette picture. */
function coloursOf(png: Buffer): string[][] {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const content = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    const type = png.toString('latin1', at + 4, at + 8);
    expect(png.readUInt32BE(at + 8 + content.length)).toBe(crc32(png.subarray(at + 4, at + 8 + content.length)));
    parts.set(type, content);
  }
  const [palette, data] = [parts.get('PLTE')!, inflateSync(parts.get('IDAT')!)];
  const colour = (place: number): string => palette.subarray(place * 3, place * 3 + 3).toString('hex');
  return Array.from({ length: data.length / 3 }, (_, row) => [colour(data[row * 3 + 1]!), colour(data[row * 3 + 2]!)]);
}

test('every filter is undone and the colours stay', () => {
  const png = picture([
    [0, 1, 2, 3, 250, 251, 252],
    [1, 10, 20, 30, 1, 1, 1],
    [2, 1, 1, 1, 255, 255, 255],
    [3, 5, 5, 5, 0, 0, 0],
    [4, 0, 0, 0, 2, 2, 2],
  ]);
  expect(coloursOf(toPalettePng(png))).toEqual([
    ['010203', 'fafbfc'],
    ['0a141e', '0b151f'],
    ['0b151f', '0a141e'],
    ['0a0f14', '0a1119'],
    ['0a0f14', '0c131b'],
  ]);
});

test('among many greys a rare colour keeps its hue', () => {
  const greys = Array.from({ length: 1200 }, (_, index) => [0, index % 200, (index + (index % 7)) % 200, index % 200, index % 200, index % 190, index % 200]);
  const colours = coloursOf(toPalettePng(picture([...greys, [0, 166, 81, 0, 196, 40, 28]])));
  expect(new Set(colours.flat()).size).toBeLessThanOrEqual(256);
  expect(colours.at(-1)).toEqual(['a65100', 'c4281c']);
});

test('another kind of picture is refused', () => {
  const png = picture([[0, 1, 2, 3, 4, 5, 6]]);
  png[25] = 6;
  expect(() => toPalettePng(png)).toThrow('not an 8-bit RGB picture');
});
