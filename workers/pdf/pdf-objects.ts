import { deflateSync } from 'node:zlib';

/** One indirect object of a file with a plain cross-reference table; `body` is what stands between "obj" and "endobj". */
export interface PdfObject {
  readonly number: number;
  readonly body: Buffer;
  /** Streams are kept as they are; everything else can be packed. */
  readonly isStream: boolean;
}

export interface PdfFile {
  readonly objects: readonly PdfObject[];
  readonly root: number;
  readonly info: number;
}

const XREF_ENTRY = 20;
const OBJECT_END = 'endobj';
const STREAM_END = 'endstream';

/** Takes a file apart as Chromium writes it (ISO 32000-1 §7.5.4). Throws on any other structure. */
export function readPdfFile(pdf: Buffer): PdfFile {
  const startxref = pdf.lastIndexOf('startxref');
  const xref = Number.parseInt(pdf.toString('latin1', startxref + 9, startxref + 32).trim(), 10);
  const head = /^xref\n0 (\d+)\n/.exec(pdf.toString('latin1', xref, xref + 32));
  const trailer = pdf.toString('latin1', pdf.indexOf('trailer', xref), startxref);
  const root = /\/Root (\d+) 0 R/.exec(trailer)?.[1];
  const info = /\/Info (\d+) 0 R/.exec(trailer)?.[1];
  if (startxref < 0 || head === null || root === undefined || info === undefined) throw new Error('Unexpected PDF structure');
  const table = xref + head[0].length;
  const starts = Array.from({ length: Number(head[1]) - 1 }, (_, index) => {
    const entry = table + (index + 1) * XREF_ENTRY;
    return { number: index + 1, start: Number.parseInt(pdf.toString('latin1', entry, entry + 10), 10) };
  }).sort((left, right) => left.start - right.start);
  const objects = starts.map(({ number, start }, index): PdfObject => {
    const opening = `${number} 0 obj\n`;
    const end = pdf.lastIndexOf(OBJECT_END, (starts[index + 1]?.start ?? xref) - 1);
    if (pdf.toString('latin1', start, start + opening.length) !== opening || end < start) throw new Error('Unexpected PDF structure');
    const body = pdf.subarray(start + opening.length, end);
    return { number, body, isStream: body.toString('latin1', body.length - STREAM_END.length - 1).trimEnd() === STREAM_END };
  });
  return { objects, root: Number(root), info: Number(info) };
}

export function findObject(file: PdfFile, number: number): PdfObject {
  const found = file.objects.find((object) => object.number === number);
  if (found === undefined) throw new Error('Unexpected PDF structure');
  return found;
}

/**
 * Writes the file anew with everything that is not a stream packed into one object stream and a cross-reference stream (ISO 32000-1
 * §7.5.7–8, PDF 1.5): the tags of a report, thousands of small dictionaries, take a tenth of their length.
 */
export function writePdfFile(file: PdfFile): Uint8Array {
  const size = Math.max(...file.objects.map(({ number }) => number)) + 1;
  const [packNumber, xrefNumber] = [size, size + 1];
  const chunks: Buffer[] = [Buffer.from('%PDF-1.5\n%\u00d3\u00eb\u00e9\u00e1\n', 'latin1')];
  let length = chunks[0]!.length;
  const places = new Map<number, readonly [type: number, where: number, index: number]>();
  const append = (number: number, body: Buffer): void => {
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`, 'latin1'), body, Buffer.from('endobj\n', 'latin1')]);
    places.set(number, [1, length, 0]);
    chunks.push(whole);
    length += whole.length;
  };

  for (const { number, body, isStream } of file.objects) if (isStream) append(number, body);
  const packed = file.objects.filter(({ isStream }) => !isStream);
  let offset = 0;
  const index = packed.map(({ number, body }, place) => {
    places.set(number, [2, packNumber, place]);
    const entry = `${number} ${offset}`;
    offset += body.length;
    return entry;
  });
  const first = Buffer.from(`${index.join(' ')}\n`, 'latin1');
  append(packNumber, streamBody(`/Type /ObjStm\n/N ${packed.length}\n/First ${first.length}`, Buffer.concat([first, ...packed.map(({ body }) => body)])));

  const xrefStart = length;
  places.set(xrefNumber, [1, xrefStart, 0]);
  const entries = Buffer.alloc((xrefNumber + 1) * 7);
  for (const [number, [type, where, place]] of places) {
    entries.writeUInt8(type, number * 7);
    entries.writeUInt32BE(where, number * 7 + 1);
    entries.writeUInt16BE(place, number * 7 + 5);
  }
  append(xrefNumber, streamBody(`/Type /XRef\n/Size ${xrefNumber + 1}\n/W [1 4 2]\n/Root ${file.root} 0 R\n/Info ${file.info} 0 R`, entries));
  chunks.push(Buffer.from(`startxref\n${xrefStart}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(chunks);
}

function streamBody(entries: string, content: Buffer): Buffer {
  const deflated = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<<${entries}\n/Filter /FlateDecode\n/Length ${deflated.length}>>\nstream\n`, 'latin1'),
    deflated,
    Buffer.from('\nendstream\n', 'latin1'),
  ]);
}
