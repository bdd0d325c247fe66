import { OPTIONAL_HEADS, TARGET_SHEETS, type HeadOf, type TargetSheetKey } from './target-sheets-layout';

/** A cell as its text, or why no text can be taken from it (a formula without a result, an error value). */
export type SheetCell = string | { readonly unreadable: string };

/** The filled rows of one sheet, with the row numbers people see. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly SheetCell[] }[];
}

/** One row under its heads. */
export interface TargetRow<Head extends string> {
  readonly number: number;
  /** Trimmed text; "" where the cell is empty, cannot be read (which is reported) or the column is missing. */
  text(head: Head): string;
  /** Reports what is wrong with a cell of this row. */
  refuse(head: Head, reason: string): void;
}

/** Errors in the order they are found, each naming sheet, row and column; of one cell only the first is kept. */
export class TargetErrors {
  readonly #byPlace = new Map<string, string>();

  add(sheet: string, row: number | null, head: string | null, reason: string): void {
    const place = `‘${sheet}’${row === null ? '' : ` 第 ${row} 行`}${head === null ? '' : ` ‘${head}’`}`;
    if (!this.#byPlace.has(place)) this.#byPlace.set(place, `${place}：${reason}`);
  }

  get found(): readonly string[] {
    return [...this.#byPlace.values()];
  }

  get isEmpty(): boolean {
    return this.#byPlace.size === 0;
  }
}

const HEAD_ROWS = 10;

/** Finds the row of heads and hands out the rows below it; columns may stand in any order, blank rows are left out. */
export function readTable<Key extends TargetSheetKey>(key: Key, sheets: readonly SheetRows[], errors: TargetErrors): TargetRow<HeadOf<Key>>[] {
  const { name, heads } = TARGET_SHEETS[key];
  const sheet = sheets.find((one) => one.name.trim() === name);
  if (!sheet) {
    errors.add(name, null, null, '缺少这张工作表，请使用下载的审批目标表填写。');
    return [];
  }
  const headRow = sheet.rows.slice(0, HEAD_ROWS).find((row) => row.cells.some((cell) => headText(cell) === heads[0]));
  if (!headRow) {
    errors.add(name, null, null, `前 ${HEAD_ROWS} 行内没有表头（“${heads[0]}”等），请保留下载时的表头。`);
    return [];
  }
  const columns = new Map<string, number>();
  headRow.cells.forEach((cell, index) => {
    const head = headText(cell);
    if ((heads as readonly string[]).includes(head) && columns.has(head)) errors.add(name, headRow.number, head, '这一列出现了两次，请删去多余的一列。');
    columns.set(head, index);
  });
  const missing = heads.filter((head) => !columns.has(head) && !OPTIONAL_HEADS.includes(head));
  if (missing.length > 0) {
    errors.add(name, headRow.number, null, `缺少列：${missing.map((head) => `“${head}”`).join('、')}。`);
    return [];
  }
  return sheet.rows
    .filter((row) => row.number > headRow.number && heads.some((head) => isFilled(row.cells[columns.get(head) ?? -1])))
    .map(({ number, cells }) => ({
      number,
      text: (head) => {
        const cell = cells[columns.get(head) ?? -1];
        if (cell === undefined || typeof cell === 'string') return (cell ?? '').trim();
        errors.add(name, number, head, cell.unreadable);
        return '';
      },
      refuse: (head, reason) => errors.add(name, number, head, reason),
    }));
}

function headText(cell: SheetCell): string {
  return typeof cell === 'string' ? cell.replace(/[\s*＊]/g, '') : '';
}

function isFilled(cell: SheetCell | undefined): boolean {
  return cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');
}
