import { HyperFormula, type RawCellContent } from 'hyperformula';
import type { Formula, Table, Totals } from './formula';

const SETTINGS = { licenseKey: 'gpl-v3' } as const;

/** Columns A to H: figures of a row; I: its points; J: its weight where it applies. */
const FIGURES = 8;
const POINTS = FIGURES;

/** The tables as a spreadsheet: one row per formula, one row per total. Returns the cells and the rows (from 0) that hold totals. */
function sheetOf(tables: readonly Table[]): { readonly cells: RawCellContent[][]; readonly totalRows: readonly number[] } {
  const cells: RawCellContent[][] = [];
  const totalRows: number[] = [];
  for (const table of tables) {
    const first = cells.length + 1;
    for (const formula of table) {
      const row = cells.length + 1;
      const { figures, points } = rowOf(formula, row);
      const applies = formula.kind === 'execution' ? `=IF(C${row}=0,0,A${row})` : `=A${row}`;
      cells.push([+formula.weight, ...figures, ...Array<null>(FIGURES - 1 - figures.length).fill(null), points, applies]);
    }
    const last = cells.length;
    const total = `MIN(100,SUM(I${first}:I${last})*100/SUM(J${first}:J${last}))`;
    totalRows.push(cells.length);
    cells.push([`=ROUND(${total},2)`, `=ROUNDDOWN(${total},1)`]);
  }
  return { cells, totalRows };
}

/** Reads a number of a sheet by row and column (both from 0). */
type ReadNumber = (row: number, column: number) => number;

/** Builds a workbook of one sheet, reads from it and lets it go. */
function inWorkbook<Result>(cells: RawCellContent[][], read: (figure: ReadNumber) => Result): Result {
  const workbook = HyperFormula.buildFromArray(cells, SETTINGS);
  const result = read((row, col) => {
    const value = workbook.getCellValue({ sheet: 0, row, col });
    if (typeof value !== 'number') throw new Error(`The sheet computes no number in row ${row + 1}: ${JSON.stringify(value)}`);
    return value;
  });
  workbook.destroy();
  return result;
}

/** The total of each table. */
export function sheetTotals(tables: readonly Table[]): Totals[] {
  const { cells, totalRows } = sheetOf(tables);
  return inWorkbook(cells, (figure) =>
    totalRows.map((row): Totals => ({ 'half-up, 2 digits': figure(row, 0).toFixed(2), 'truncated, 1 digit': figure(row, 1).toFixed(1) })),
  );
}

/** The score of every line and of every table, at two digits, in the order of the rows. */
export function sheetScores(tables: readonly Table[]): readonly string[] {
  const { cells, totalRows } = sheetOf(tables);
  const totals = new Set(totalRows);
  return inWorkbook(cells, (figure) => cells.map((_, row) => figure(row, totals.has(row) ? 0 : POINTS).toFixed(2)));
}

/** Figures from column B on, and the formula of the points. */
function rowOf(formula: Formula, row: number): { readonly figures: RawCellContent[]; readonly points: string } {
  const [w, b, c] = [`A${row}`, `B${row}`, `C${row}`];
  switch (formula.kind) {
    case 'upward':
      return { figures: [+formula.target, +formula.actual], points: `=IF(MAX(0,${c})<${b},MAX(0,${c})/${b}*${w},${w})` };
    case 'exact':
      return { figures: [+formula.target, +formula.actual], points: `=IF(${c}=${b},${w},0)` };
    case 'downward':
      return { figures: [+formula.target, +formula.actual], points: `=IF(${c}<=${b},${w},IF(${b}=0,0,MAX(0,1-(${c}-${b})/${b})*${w}))` };
    case 'inverse':
      return { figures: [+formula.target, +formula.actual], points: `=IF(${c}<=${b},${w},IF(${b}=0,0,${b}/${c}*${w}))` };
    case 'range': {
      const actual = `D${row}`;
      const points = `=IF(${actual}<${b},MAX(0,${actual})/${b}*${w},IF(${actual}>${c},MAX(0,1-(${actual}-${c})/${c})*${w},${w}))`;
      return { figures: [+formula.low, +formula.high, +formula.actual], points };
    }
    case 'deadline':
      return { figures: [dayNumber(formula.due), dayNumber(formula.done)], points: `=IF(${c}<=${b},${w},0)` };
    case 'judged':
      return { figures: [+formula.points], points: `=${b}` };
    case 'holds':
      return { figures: [formula.holds], points: `=IF(${b},${w},0)` };
    case 'at_most':
      return { figures: [+formula.left, +formula.right], points: `=IF(${b}<=${c},${w},0)` };
    case 'rate':
    case 'execution':
      return { figures: [+formula.numerator, +formula.denominator], points: `=IF(${c}=0,${formula.kind === 'rate' ? w : '0'},MIN(1,${b}/${c})*${w})` };
    case 'steps': {
      const measure = formula.measure === 'growth' ? `(${b}-${c})/${c}*100` : `ABS(${b})/${c}*100`;
      const steps = `(${measure}-D${row})/E${row}`;
      const points = `=IF(${c}=0,${w},IF(${measure}<=D${row},${w},MAX(0,${w}-${formula.started ? `ROUNDUP(${steps},0)` : steps}*F${row})))`;
      return { figures: [+formula.numerator, +formula.denominator, +formula.fullUpTo, +formula.step, +formula.pointsPerStep], points };
    }
    case 'counted': {
      const figures = formula.items.flatMap(({ count, pointsEach }) => [+count, +pointsEach]);
      const products = formula.items.map((_, index) => `${'BDF'[index]}${row}*${'CEG'[index]}${row}`);
      return { figures, points: `=MAX(0,${w}-${products.join('-')})` };
    }
    case 'bands': {
      const measure = formula.denominator === null ? b : `${b}/${c}*100`;
      const found = formula.bands.reduceRight((rest, { atLeast, points }) => `IF(${measure}>=${atLeast},${points},${rest})`, formula.otherwise);
      return { figures: [+formula.numerator, formula.denominator === null ? null : +formula.denominator], points: formula.denominator === null ? `=${found}` : `=IF(${c}=0,${w},${found})` };
    }
  }
}

function dayNumber(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000;
}
