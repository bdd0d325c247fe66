const MAX_WHOLE = 15;
const MAX_GROUPS = 4;
const MAX_DECIMALS = 12;
const MAX_UNIT = 5;

/** Signs in words; each begins with 不 or 至. */
const WORDS = ['不少于', '不低于', '不小于', '不超过', '不高于', '不大于', '不多于', '至少', '至多'] as const;

const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const COMMA = 0x2c;
const EQUALS = 0x3d;
const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;
/** %, ‰ or a Chinese character. */
const isUnit = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || code === 0x25 || code === 0x2030;

/**
 * Takes a plain text apart in one pass: an optional sign (≥ ≤ >= <= =, or in words), a number (at most 15 whole digits without a leading zero, or in groups of three; at
 * most 12 decimals) and a unit of at most five characters, single spaces between and around: "≥85%", "14.55万户", "23,740.11", "2 起". Gives what `found` makes of
 * them, the number without separators, the unit as the place where it stands; null for every other spelling.
 */
export function scanPlain<Made>(text: string, found: (sign: string, number: string, text: string, unitStart: number, unitEnd: number) => Made | null): Made | null {
  const { length } = text;
  let at = text.charCodeAt(0) === SPACE ? 1 : 0;
  const sign = signAt(text, at);
  at += sign.length;
  if (sign !== '' && sign !== '=' && text.charCodeAt(at) === SPACE) at += 1;
  const start = at;
  while (at < length && isDigit(text.charCodeAt(at))) at += 1;
  const digits = at - start;
  if (digits === 0 || digits > MAX_WHOLE || (digits > 1 && text.charCodeAt(start) === ZERO)) return null;
  const groupsEnd = digits <= 3 ? endOfGroups(text, start, at) : at;
  if (groupsEnd < 0) return null;
  const isGrouped = groupsEnd > at;
  at = groupsEnd;
  if (text.charCodeAt(at) === POINT) {
    const point = at;
    at += 1;
    while (at < length && isDigit(text.charCodeAt(at))) at += 1;
    if (at - point === 1 || at - point > MAX_DECIMALS + 1) return null;
  }
  const end = at;
  if (text.charCodeAt(at) === SPACE) at += 1;
  const unitStart = at;
  while (at < length && isUnit(text.charCodeAt(at))) at += 1;
  const unitEnd = at;
  if (unitEnd - unitStart > MAX_UNIT) return null;
  if (at < length && text.charCodeAt(at) === SPACE) at += 1;
  if (at !== length) return null;
  const number = text.slice(start, end);
  return found(sign, isGrouped ? number.replaceAll(',', '') : number, text, unitStart, unitEnd);
}

function signAt(text: string, at: number): string {
  switch (text.charCodeAt(at)) {
    case EQUALS:
      return '=';
    case 0x2265:
      return '≥';
    case 0x2264:
      return '≤';
    case 0x3e:
      return text.charCodeAt(at + 1) === EQUALS ? '>=' : '';
    case 0x3c:
      return text.charCodeAt(at + 1) === EQUALS ? '<=' : '';
    case 0x4e0d:
    case 0x81f3:
      return WORDS.find((word) => text.startsWith(word, at)) ?? '';
    default:
      return '';
  }
}

/** Where the groups ",ddd" behind the first digits end; −1 when a comma is followed by anything else, or the first digit is 0. */
function endOfGroups(text: string, start: number, from: number): number {
  let at = from;
  for (let groups = 0; text.charCodeAt(at) === COMMA; groups += 1) {
    if (groups === MAX_GROUPS || text.charCodeAt(start) === ZERO) return -1;
    for (let digit = 1; digit <= 3; digit += 1) if (!isDigit(text.charCodeAt(at + digit))) return -1;
    at += 4;
  }
  return isDigit(text.charCodeAt(at)) ? -1 : at;
}
