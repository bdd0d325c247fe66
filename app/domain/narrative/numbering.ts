/** How an item is numbered; items of one level of one text carry the same style. */
export type NumberingStyle = '第一部分' | '一、' | '一.' | '（一）' | '1.1' | '1.' | '1、' | '（1）' | '1）' | '①' | '指标1：';

export interface NumberMarker {
  readonly style: NumberingStyle;
  /** The number the marker says; of "2.3" the last. */
  readonly number: number;
  /** Units of the half-width text it takes. */
  readonly length: number;
}

const HAN = '一二三四五六七八九十';
/** "1.5亿元" and "2.3%" at the beginning of a line are figures, not item 1.5. */
const NO_FIGURE = '(?![\\d%‰十百千万亿元户家个项人次起件分])';
const FORMS: readonly (readonly [RegExp, NumberingStyle])[] = [
  [new RegExp(`^第([${HAN}]{1,3})(?:部分|章)[、:.]?`), '第一部分'],
  [new RegExp(`^([${HAN}]{1,3})、`), '一、'],
  [new RegExp(`^([${HAN}]{1,3})\\.`), '一.'],
  [new RegExp(`^\\(([${HAN}]{1,3})\\)[、.]?`), '（一）'],
  [new RegExp(`^(?:\\d{1,2}\\.){1,3}(\\d{1,2})[.、]?${NO_FIGURE}`), '1.1'],
  [/^(\d{1,2})\.(?!\d)/, '1.'],
  [/^(\d{1,2})\.(?=(?:19|20)\d\d年)/, '1.'],
  [/^(\d{1,2})、/, '1、'],
  [/^\((\d{1,2})\)[、.]?/, '（1）'],
  [/^(\d{1,2})\)/, '1）'],
  [/^([①-⑳])[、.]?/, '①'],
  [new RegExp(`^(?:绩效)?(?:指标|目标)(\\d{1,2}|[${HAN}]{1,3})[:、.]`), '指标1：'],
];
const DIGITS = new Map([...HAN].map((char, index) => [char, index + 1]));

/** The numbering a half-width line begins with; null when it begins with none. */
export function markerOf(line: string): NumberMarker | null {
  for (const [pattern, style] of FORMS) {
    const match = pattern.exec(line);
    if (match) return { style, number: numberOf(match[1]!), length: match[0].length };
  }
  return null;
}

function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return parseInt(written, 10);
  const circled = written.charCodeAt(0) - 0x245f;
  if (circled >= 1 && circled <= 20) return circled;
  const ten = written.indexOf('十');
  if (ten < 0) return DIGITS.get(written) ?? 0;
  const tens = ten === 0 ? 1 : (DIGITS.get(written[0]!) ?? 0);
  return tens * 10 + (DIGITS.get(written[ten + 1] ?? '') ?? 0);
}
