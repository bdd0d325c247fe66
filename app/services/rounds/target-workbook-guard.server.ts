import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const MAX_ENTRIES = 300;
const MAX_UNPACKED_BYTES = 60 * 1024 * 1024;
const MAX_SHEETS = 20;
const MAX_CELLS = 600_000;
const MAX_MERGED_CELLS = 200_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Why a file must not be handed to the workbook parser, null when it may. Unpacks every part with a limit on what comes out, because the
 * sizes a file states about itself prove nothing, and counts what makes the parser allocate: sheets, cells, merged ranges.
 */
export async function refusalOfUpload(bytes: Buffer): Promise<string | null> {
  if (bytes.length < 4) return '文件是空的，请选择填好的审批目标表。';
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) return '文件是旧版 .xls 格式或设有打开密码，请取消密码并另存为 .xlsx 后再导入。';
  if (bytes.readUInt32LE(0) !== LOCAL) return '文件不是 Excel 工作簿（.xlsx），请选择填好的审批目标表。';
  const entries = entriesOf(bytes);
  if (entries === null) return '文件已损坏或没有下载完整，请重新保存后再导入。';
  if (entries.length > MAX_ENTRIES) return '文件内的部件过多，请用下载的审批目标表重新填写。';
  let room = MAX_UNPACKED_BYTES;
  let sheets = 0;
  let cells = 0;
  let merged = 0;
  for (const entry of entries) {
    const content = await unpack(bytes, entry, room);
    if (content === 'too_large') return '文件展开后过大，请删去无关的工作表、图片和空白格式后再导入。';
    if (content === 'damaged') return '文件已损坏或没有下载完整，请重新保存后再导入。';
    room -= content.length;
    if (!/^\/?xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) continue;
    const xml = content.toString('latin1');
    sheets += 1;
    cells += countOf(xml, /<(?:\w+:)?(?:c|row)[ >/]/g);
    for (const [, from, fromRow, to, toRow] of xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g)) {
      merged += (Math.abs(columnNumber(to!) - columnNumber(from!)) + 1) * (Math.abs(parseInt(toRow!, 10) - parseInt(fromRow!, 10)) + 1);
    }
  }
  if (sheets > MAX_SHEETS) return `文件有 ${sheets} 张工作表，最多 ${MAX_SHEETS} 张，请删去无关的工作表。`;
  if (cells > MAX_CELLS || merged > MAX_MERGED_CELLS) return '工作表的行或单元格过多，请删去末尾多余的空行和合并单元格后再导入。';
  return null;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly at: number;
}

/** The central directory; null where it leads out of the file or uses what a workbook never needs (64-bit sizes, encryption). */
function entriesOf(bytes: Buffer): Entry[] | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  // Another start of the directory than the stated one is read by some parsers and not by others.
  if (at + bytes.readUInt32LE(end + 12) !== end) return null;
  const entries: Entry[] = [];
  while (entries.length < count) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return null;
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const entry = { name: bytes.toString('utf8', at + 46, at + 46 + nameLength), method: bytes.readUInt16LE(at + 10), packedBytes: bytes.readUInt32LE(at + 20), at: bytes.readUInt32LE(at + 42) };
    if ((bytes.readUInt16LE(at + 8) & 1) === 1 || entry.packedBytes === 0xffffffff || entry.at === 0xffffffff) return null;
    entries.push(entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return at === end ? entries : null;
}

async function unpack(bytes: Buffer, entry: Entry, room: number): Promise<Buffer | 'too_large' | 'damaged'> {
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== LOCAL) return 'damaged';
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  if (from + entry.packedBytes > bytes.length) return 'damaged';
  const packed = bytes.subarray(from, from + entry.packedBytes);
  if (entry.method === STORED) return packed.length > room ? 'too_large' : packed;
  if (entry.method !== DEFLATED) return 'damaged';
  try {
    return await inflate(packed, { maxOutputLength: Math.max(room, 1) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'damaged';
  }
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
