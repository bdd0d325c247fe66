/** Spaces of any width that text from a word processor or a PDF holds inside a line. */
export function isSpace(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    (code >= 0x2000 && code <= 0x200b)
  );
}

const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

/**
 * One UTF-16 unit in its half-width form. A comma is "," only between digits, as a thousands separator, and "，" everywhere else: "为 100，200"
 * in Chinese commas stays two numbers.
 */
export function halfWidthUnit(text: string, index: number): string {
  const code = text.charCodeAt(index);
  if (code === 0xff0c) {
    const wide = text.charCodeAt(index - 1) >= 0xff10 && text.charCodeAt(index + 1) >= 0xff10;
    return wide && isDigit(text.charCodeAt(index - 1)) && isDigit(text.charCodeAt(index + 1)) ? ',' : '，';
  }
  if (code === 0x2c) return isDigit(text.charCodeAt(index - 1)) && isDigit(text.charCodeAt(index + 1)) ? ',' : '，';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2212 || code === 0x2010 || code === 0x2011) return '-';
  return text[index]!;
}
