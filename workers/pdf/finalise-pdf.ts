import { findObject, readPdfFile, writePdfFile } from './pdf-objects';

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

/**
 * Makes the PDF of one document always the same bytes, and small: replaces Chromium's information dictionary, which holds the time of
 * printing, renumbers the identifiers of tagged cells, which go on counting as a page is used again, and packs the objects. Only the
 * file's own bytes are moved: reading it into an object model and writing it anew takes longer than printing it.
 */
export function finalisePdf(printed: Buffer, facts: PdfFacts): FinishedPdf {
  renumberNodes(printed);
  const file = readPdfFile(printed);
  const objects = file.objects.map((object) =>
    object.number === file.info ? { ...object, body: Buffer.from(infoDictionary(object.body.toString('latin1'), facts), 'latin1') } : object,
  );
  const catalog = findObject(file, file.root).body.toString('latin1');
  const tree = Number(/\/Pages (\d+) 0 R/.exec(catalog)?.[1]);
  const pages = Number(/\/Count (\d+)/.exec(findObject(file, tree).body.toString('latin1'))?.[1]);
  if (!Number.isSafeInteger(pages)) throw new Error('Unexpected PDF structure');
  return { pdf: writePdfFile({ ...file, objects }), pages };
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
  return `<<${entries.join('\n')}>>\n`;
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
