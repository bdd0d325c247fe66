/** What a finished PDF says about itself. */
export interface PdfFacts {
  /** Title shown by readers; the document's own `<title>` when absent. */
  readonly title?: string;
  /** ISO instant printed as creation date; without it the PDF carries no date. The time of printing never enters the file. */
  readonly createdAt?: string;
}

export interface FinishedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

const PRODUCER = '衡绩';
const XREF_ENTRY = 20;

/**
 * Makes the PDF of one document always the same bytes: replaces Chromium's information dictionary, which holds the time of printing,
 * and renumbers the identifiers of tagged cells, which go on counting as a page is used again. Only the file's own bytes are edited
 * (ISO 32000-1 §7.5): reading it into objects and writing it anew takes longer than printing it.
 */
export function finalisePdf(printed: Buffer, facts: PdfFacts): FinishedPdf {
  const startxref = printed.lastIndexOf('startxref');
  const xref = Number.parseInt(printed.toString('latin1', startxref + 9, startxref + 32).trim(), 10);
  const head = /^xref\n0 (\d+)\n/.exec(printed.toString('latin1', xref, xref + 32));
  const trailer = printed.toString('latin1', printed.indexOf('trailer', xref), startxref);
  const rootObject = /\/Root (\d+) 0 R/.exec(trailer)?.[1];
  const infoObject = /\/Info (\d+) 0 R/.exec(trailer)?.[1];
  if (startxref < 0 || head === null || rootObject === undefined || infoObject === undefined) throw new Error('Unexpected PDF structure');

  const table = xref + head[0].length;
  const offsets = Array.from({ length: Number(head[1]) }, (_, index) => Number(printed.toString('latin1', table + index * XREF_ENTRY, table + index * XREF_ENTRY + 10)));
  const objectText = (number: string): string => {
    const start = offsets[Number(number)] ?? -1;
    const end = printed.indexOf('endobj', start);
    if (start < 0 || end < 0) throw new Error('Unexpected PDF structure');
    return printed.toString('latin1', start, end + 'endobj\n'.length);
  };

  renumberNodes(printed);
  const oldInfo = objectText(infoObject);
  const infoStart = offsets[Number(infoObject)] ?? 0;
  const newInfo = `${infoObject} 0 obj\n${infoDictionary(oldInfo, facts)}\nendobj\n`;
  const shift = newInfo.length - oldInfo.length;
  const entries = offsets.map((offset, index) =>
    index === 0 ? '0000000000 65535 f \n' : `${String(offset > infoStart ? offset + shift : offset).padStart(10, '0')} 00000 n \n`,
  );
  const pdf = Buffer.concat([
    printed.subarray(0, infoStart),
    Buffer.from(newInfo, 'latin1'),
    printed.subarray(infoStart + oldInfo.length, xref),
    Buffer.from(`${head[0]}${entries.join('')}${trailer}startxref\n${xref + shift}\n%%EOF\n`, 'latin1'),
  ]);
  const tree = /\/Pages (\d+) 0 R/.exec(objectText(rootObject))?.[1] ?? rootObject;
  const pages = Number(/\/Count (\d+)/.exec(objectText(tree))?.[1]);
  if (!Number.isSafeInteger(pages)) throw new Error('Unexpected PDF structure');
  return { pdf, pages };
}

/** Text as a PDF string: UTF-16 with byte order mark, in hexadecimal. */
function hexString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** A date with the offset of Asia/Shanghai, where every bureau stands. */
function dateString(instant: string): string {
  const shanghai = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `(D:${shanghai.slice(0, 19).replaceAll(/[-:T]/g, '')}+08'00')`;
}

function infoDictionary(oldInfo: string, facts: PdfFacts): string {
  const printedTitle = /\/Title (<[0-9A-Fa-f]*>|\((?:\\[^]|[^\\)])*\))/.exec(oldInfo)?.[1];
  const title = facts.title === undefined ? printedTitle : hexString(facts.title);
  const entries = [
    ...(title === undefined ? [] : [`/Title ${title}`]),
    `/Creator ${hexString(PRODUCER)}`,
    `/Producer ${hexString(PRODUCER)}`,
    ...(facts.createdAt === undefined ? [] : [`/CreationDate ${dateString(facts.createdAt)}`, `/ModDate ${dateString(facts.createdAt)}`]),
  ];
  return `<<${entries.join('\n')}>>`;
}

const NODE = '(node';
const NODE_DIGITS = 8;

/**
 * Rewrites every `(node00000115)` in place with its rank among all of them, which keeps lengths and the order the name tree needs. Text of
 * the document cannot look like one: a bracket inside a PDF string is written with a backslash before it.
 */
function renumberNodes(pdf: Buffer): void {
  const places: { at: number; id: string }[] = [];
  for (let at = pdf.indexOf(NODE); at !== -1; at = pdf.indexOf(NODE, at + 1)) {
    const id = pdf.toString('latin1', at + NODE.length, at + NODE.length + NODE_DIGITS);
    const closed = pdf[at + NODE.length + NODE_DIGITS] === 0x29;
    if (closed && /^\d{8}$/.test(id) && pdf[at - 1] !== 0x5c) places.push({ at: at + NODE.length, id });
  }
  const ids = [...new Set(places.map(({ id }) => id))].sort();
  const ranks = new Map(ids.map((id, index) => [id, String(index + 1).padStart(NODE_DIGITS, '0')]));
  for (const { at, id } of places) pdf.write(ranks.get(id) ?? id, at, 'latin1');
}
