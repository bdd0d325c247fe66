/**
 * The table in clipboard text of Excel or WPS: cells by tab, rows by line break; a cell that holds a tab, a line break or a quote is wrapped
 * in double quotes with inner quotes doubled. The empty last line Excel adds is left out.
 */
export function readClipboardTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let index = 0;
  const normal = text.replace(/\r\n?/g, '\n');
  while (index <= normal.length) {
    const quoted = normal[index] === '"' ? readQuoted(normal, index) : null;
    const end = quoted ? quoted.end : endOfCell(normal, index);
    row.push(quoted ? quoted.text : normal.slice(index, end));
    if (normal[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    index = end + 1;
  }
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}

function endOfCell(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return end;
}

/** A quoted cell ends at the quote that a tab, a line break or the end follows; text with a stray quote is an ordinary cell. */
function readQuoted(text: string, from: number): { text: string; end: number } | null {
  let out = '';
  for (let index = from + 1; index < text.length; index += 1) {
    if (text[index] !== '"') {
      out += text[index];
    } else if (text[index + 1] === '"') {
      out += '"';
      index += 1;
    } else {
      const next = text[index + 1];
      return next === undefined || next === '\t' || next === '\n' ? { text: out, end: index + 1 } : null;
    }
  }
  return null;
}
