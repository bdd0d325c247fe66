/** Longest text a figure or date is looked for in; longer text is prose. */
export const MAX_FIGURE_TEXT = 200;

/** Characters people type for a minus sign; the em dash is not one, alone it means "nothing to report". */
const MINUS = /[\u2010\u2011\u2012\u2013\u2212\uFE63]/g;
const SPACES = /[\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF\t\r\n]/g;

/**
 * Typed text in its half-width form: full-width letters, digits and signs, exotic spaces and minus signs become ASCII, ends are trimmed.
 * Digits with a meaning of their own (①, ², ½) stay, so that they are never read as plain digits.
 */
export function halfWidth(typed: string): string {
  return typed
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .replace(MINUS, '-')
    .trim();
}

const [LAST_CONTROL, LAST_ASCII, FIRST_HAN, LAST_HAN] = [0x20, 0x7e, 0x4e00, 0x9fff];
const isNoSpace = (code: number): boolean => (code > LAST_CONTROL && code <= LAST_ASCII) || (code >= FIRST_HAN && code <= LAST_HAN);

/** `text.trim()`, told at once for a text that has nothing to trim at either end. */
export function trimmed(text: string): string {
  return isNoSpace(text.charCodeAt(0)) && isNoSpace(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

/** Text without its spaces, except those between two digits: "1 000" and "90 95" are not the same without them. */
export function withoutSpaces(halfWidthText: string): string {
  return halfWidthText.replace(/ +/g, (spaces: string, at: number) => (/\d/.test(halfWidthText[at - 1] ?? '') && /\d/.test(halfWidthText[at + spaces.length] ?? '') ? ' ' : ''));
}

/** Text without "(含)" and "(含90%)": every bound is read as included anyway. */
export function withoutInclusive(halfWidthText: string): string {
  return halfWidthText.replace(/\(含[^()]{0,8}\)/g, '').trim();
}

const NOTHING = new Set(['无', '暂无', '没有', '无此项', '/', '//', '\\', '-', '--', '—', '——', '不适用', '不涉及', '未填', '未设置', 'n/a', 'na', '空']);

/** 无, /, — and the like: the person says there is nothing, which is not the figure 0. */
export function saysNothing(halfWidthText: string): boolean {
  return NOTHING.has(halfWidthText.toLowerCase());
}
