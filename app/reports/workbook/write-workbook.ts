import ExcelJS from '@protobi/exceljs';
import { printableText } from '../printable-text';

export interface SheetColumn {
  readonly title: string;
  /** Width in characters. */
  readonly width: number;
  /** Figures are written as numbers with so many decimals; null for text. */
  readonly digits: number | null;
  readonly align?: 'left' | 'center' | 'right';
}

/** A row holds one text per column, null where there is nothing; a heading spans the sheet. */
export type SheetRow = { readonly kind: 'row'; readonly cells: readonly (string | null)[] } | { readonly kind: 'heading'; readonly text: string };

export interface Sheet {
  readonly name: string;
  readonly title: string;
  /** One line of facts below the title. */
  readonly facts: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly notes: readonly string[];
}

export interface WorkbookFacts {
  readonly title: string;
  readonly author: string;
  /** ISO instant the workbook says it was made at. */
  readonly createdAt: string;
}

/** Excel numbers are binary with 15 certain decimal digits: longer figures are written as text, which keeps every digit. */
const MAX_NUMBER_DIGITS = 15;
const DECIMAL = /^-?\d+(\.\d+)?$/;
/** Marks a cell as text, so that "=1+1" stays words even when somebody edits the cell and presses Enter. */
const TEXT_FORMAT = '@';
/** Spreadsheets read _x0041_ as the letter A (ECMA-376 part 1, §22.9.2.19): its first underscore is written as such a code itself. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const HEADER_ROW = 3;
/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
const THIN = { style: 'thin' } as const;
const GRID = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** Writes an .xlsx file. Every text is a string cell; nothing becomes a formula or a link, whatever it begins with. */
export async function writeWorkbook(sheets: readonly Sheet[], facts: WorkbookFacts): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = printableText(facts.title);
  workbook.creator = printableText(facts.author);
  workbook.created = new Date(facts.createdAt);
  workbook.modified = new Date(facts.createdAt);
  for (const sheet of sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, sheet: Sheet): void {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: HEADER_ROW }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `1:${HEADER_ROW}`, horizontalCentered: true, margins: MARGINS },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  worksheet.columns = sheet.columns.map(({ width }) => ({ width }));
  const last = sheet.columns.length;
  const across = (row: number, text: string, style: Partial<ExcelJS.Style>, height?: number): void => {
    worksheet.mergeCells(row, 1, row, last);
    putText(worksheet.getCell(row, 1), text, style);
    if (height !== undefined) worksheet.getRow(row).height = height;
  };

  across(1, sheet.title, { font: { name: '黑体', size: 16 }, alignment: { horizontal: 'center', vertical: 'middle' } }, 30);
  across(2, sheet.facts, { font: { name: '宋体', size: 10 }, alignment: { horizontal: 'left', vertical: 'middle' } }, 18);
  sheet.columns.forEach(({ title }, index) => {
    putText(worksheet.getCell(HEADER_ROW, index + 1), title, {
      font: { name: '黑体', size: 10 },
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE3E7EE' } },
      border: GRID,
    });
  });
  worksheet.getRow(HEADER_ROW).height = 32;

  let row = HEADER_ROW;
  for (const entry of sheet.rows) {
    row += 1;
    if (entry.kind === 'heading') {
      across(row, entry.text, { font: { name: '黑体', size: 10 }, alignment: { horizontal: 'left', vertical: 'middle' }, border: GRID });
      continue;
    }
    sheet.columns.forEach((column, index) => putCell(worksheet.getCell(row, index + 1), entry.cells[index] ?? null, column));
  }
  for (const note of sheet.notes) {
    row += 1;
    const lines = Math.ceil(note.length / sheet.columns.reduce((sum, { width }) => sum + width / 2, 0));
    across(row, note, { font: { name: '宋体', size: 10 }, alignment: { horizontal: 'left', vertical: 'top', wrapText: true } }, lines * 15);
  }
}

function putText(cell: ExcelJS.Cell, text: string, style: Partial<ExcelJS.Style>): void {
  cell.value = printableText(text).replaceAll(ESCAPE, '_x005F_');
  cell.style = { ...style, numFmt: TEXT_FORMAT };
}

function putCell(cell: ExcelJS.Cell, text: string | null, { digits, align }: SheetColumn): void {
  const style = {
    font: { name: '宋体', size: 10 },
    border: GRID,
    alignment: { horizontal: align ?? (digits === null ? 'left' : 'right'), vertical: 'middle', wrapText: digits === null },
  } as const;
  const isFigure = digits !== null && text !== null && DECIMAL.test(text) && text.replaceAll(/\D/g, '').length <= MAX_NUMBER_DIGITS;
  if (!isFigure) {
    putText(cell, text ?? '—', style);
    return;
  }
  cell.value = Number(text);
  cell.style = { ...style, numFmt: digits === 0 ? '0' : `#,##0.${'0'.repeat(digits)}` };
}
