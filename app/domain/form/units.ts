import { compare, div, type Exact, mul, ONE } from '../shared/fraction';
import { remembering } from '../shared/remember';
import { COUNTING_WORDS, KNOWN_UNITS, MULTIPLIERS, SAME_COUNT } from './unit-table';

/** A unit of measure taken apart: 万户 = 10,000 × 户. Units with the same base convert into each other. */
export interface Unit {
  /** As written, without spaces. */
  readonly text: string;
  /** Canonical name of the base unit; empty when only a multiplier is written ("亿"); "元/平方米" for a rate (元/亩). */
  readonly base: string;
  /** How many base units one of this unit is. */
  readonly factor: Exact;
  /** The part of the factor that is a written multiplier: 10,000 for 万亩, 1 for 公里. */
  readonly multiplier: Exact;
}

/** Takes a written unit apart. Any text without digits is a unit; "" is the empty unit. 元/人, 元每人 and 每人 are rates. */
export const parseUnit = remembering(2000, (written) => takeApart(written.replace(/ /g, '')));

function takeApart(text: string): Unit {
  return rate(text) ?? plain(text);
}

function plain(text: string): Unit {
  const known = KNOWN_UNITS.get(text) ?? KNOWN_UNITS.get(text.toLowerCase());
  if (known) return { text, base: known[0], factor: known[1], multiplier: ONE };
  for (const [name, multiplier] of MULTIPLIERS) {
    if (!text.startsWith(name)) continue;
    const rest = text.slice(name.length);
    const base = KNOWN_UNITS.get(rest) ?? KNOWN_UNITS.get(rest.toLowerCase());
    return { text, base: base ? base[0] : rest, factor: base ? mul(multiplier, base[1]) : multiplier, multiplier };
  }
  return { text, base: text, factor: ONE, multiplier: ONE };
}

/** 元/人, 元/人·年, 元/人年, 元每人每年, 每亩: a numerator (which may be missing) per one or more denominators. */
function rate(text: string): Unit | null {
  const [top, ...below] = text.split(/[/每·]/);
  if (below.length === 0 || below.some((part) => part === '')) return null;
  const numerator = plain(top!);
  const denominators = below.flatMap((part) => (part.endsWith('年') && COUNTING_WORDS.has(part.slice(0, -1)) ? [plain(part.slice(0, -1)), plain('年')] : [plain(part)]));
  return {
    text,
    base: [numerator.base, ...denominators.map((unit) => unit.base).sort()].join('/'),
    factor: denominators.reduce((factor, unit) => div(factor, unit.factor), numerator.factor),
    multiplier: numerator.multiplier,
  };
}

/** Whether the text is a measure or a counting word, with or without a multiplier or a noun behind it (个项目): nothing an indicator's name ends in by chance. */
export function isMeasure(written: string): boolean {
  const unit = parseUnit(written);
  const [base] = unit.base.split('/');
  return base !== '' && (KNOWN_UNITS.has(base!) || KNOWN_UNITS.has(base!.toLowerCase()) || COUNTING_WORDS.has(base!));
}

export type Conversion = { readonly value: Exact; readonly note: string | null };

/**
 * A value in `from` expressed in `to`; null when the two do not measure the same thing. The note says what was assumed or converted.
 * A missing unit takes over the other one, multiplier included; a bare multiplier ("亿") takes over its base.
 */
export function convertUnit(value: Exact, from: Unit, to: Unit): Conversion | null {
  if (from.text === to.text) return { value, note: null };
  if (from.text === '') return { value, note: `未写单位，按“${to.text}”读` };
  if (from.base === to.base && to.text !== '') {
    const same = compare(from.factor, to.factor) === 0;
    return { value: same ? value : div(mul(value, from.factor), to.factor), note: same ? null : `“${from.text}”换算为“${to.text}”` };
  }
  if (from.base === '' && to.text !== '' && to.base !== '%') {
    const baseName = to.text.replace(/^[十百千万亿]+/, '') || to.base;
    const whole = takeApart(from.text + baseName);
    if (whole.base !== to.base) return null;
    return { value: div(mul(value, whole.factor), to.factor), note: `“${from.text}”后未写单位，按“${from.text}${baseName}”读` };
  }
  if (to.base === '') {
    if (to.text !== '' && from.base === '%') return null;
    return { value: div(mul(value, from.multiplier), to.factor), note: `本项没有计量单位，“${from.text}”只取其数值` };
  }
  const yearly = withinYear(value, from, to);
  if (yearly) return yearly;
  const counted = sameCount(from, to);
  return counted === null ? null : { value: div(mul(value, from.factor), to.factor), note: counted };
}

/** 3次 against 次/年: what is evaluated is one year. */
function withinYear(value: Exact, from: Unit, to: Unit): Conversion | null {
  const [left, right] = [from, to].map((unit) => unit.text.replace(/(.)(?:\/|每)年$/, '$1'));
  if (left === undefined || right === undefined || (left === from.text) === (right === to.text)) return null;
  const converted = convertUnit(value, takeApart(left), takeApart(right));
  return converted && { value: converted.value, note: `${converted.note === null ? '' : `${converted.note}，`}“${from.text}”与“${to.text}”按全年同一口径读` };
}

/** Counting words with one meaning, a counting word with its noun (个项目), and a rate whose numerator one side leaves out (每亩 and 元/亩). */
function sameCount(from: Unit, to: Unit): string | null {
  if (SAME_COUNT.some((group) => group.has(from.base) && group.has(to.base))) return `单位“${from.text}”与“${to.text}”不同，按同一计数单位读`;
  if (nounOf(from.base, to.base) || nounOf(to.base, from.base)) return `单位“${from.text}”按“${to.text}”读`;
  const isBare = to.base.startsWith('/') ? from.base.endsWith(to.base) : from.base.startsWith('/') && to.base.endsWith(from.base);
  const oneEach = compare(from.multiplier, ONE) === 0 && compare(to.multiplier, ONE) === 0;
  return isBare && oneEach ? `“${from.text}”按“${to.text}”读` : null;
}

/** Whether `long` is the counting word `short` with a noun of at least two characters behind it: 个项目 is counted in 个, 人次 is not counted in 人. */
function nounOf(long: string, short: string): boolean {
  return COUNTING_WORDS.has(short) && long.startsWith(short) && long.length >= short.length + 2 && !COUNTING_WORDS.has(long) && !long.includes('/');
}
