/** Signs with which spreadsheet programs begin a formula, and the blanks they skip before one. */
const STARTS_FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/;

/**
 * One line of CSV for Excel and WPS. Every cell is quoted; text that a spreadsheet would take for a formula gets an apostrophe in front,
 * which those programs show as text. A line break inside a cell becomes a space.
 */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const text = cell.replace(/[\r\n]+/g, ' ');
    return `"${(STARTS_FORMULA.test(cell) ? `'${text}` : text).replaceAll('"', '""')}"`;
  });
  return `${quoted.join(',')}\r\n`;
}

/** Tells Excel that the file is UTF-8. */
export const CSV_BYTE_ORDER_MARK = '\ufeff';
