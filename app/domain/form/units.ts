import { compare, div, type Exact, fraction, fractionOf, mul, ONE } from '../shared/fraction';

/** A unit of measure taken apart: 万户 = 10,000 × 户. Units with the same base convert into each other. */
export interface Unit {
  /** As written, without spaces. */
  readonly text: string;
  /** Canonical name of the base unit; empty when only a multiplier is written ("亿"). */
  readonly base: string;
  /** How many base units one of this unit is. */
  readonly factor: Exact;
}

const MULTIPLIERS: readonly (readonly [string, Exact])[] = (
  [
    ['万亿', 12],
    ['千亿', 11],
    ['百亿', 10],
    ['十亿', 9],
    ['亿', 8],
    ['千万', 7],
    ['百万', 6],
    ['十万', 5],
    ['万', 4],
    ['千', 3],
    ['百', 2],
    ['十', 1],
  ] as const
).map(([name, power]) => [name, fractionOf(10n ** BigInt(power), 1n)] as const);

/** Written form → base unit and factor. A unit that is not listed is its own base. */
const KNOWN: ReadonlyMap<string, readonly [string, Exact]> = new Map(
  (
    [
      ['%', '%', '1'],
      ['百分比', '%', '1'],
      ['百分数', '%', '1'],
      ['‰', '%', '0.1'],
      ['千分比', '%', '0.1'],
      ['百分点', '百分点', '1'],
      ['个百分点', '百分点', '1'],
      ['元', '元', '1'],
      ['元人民币', '元', '1'],
      ['圆', '元', '1'],
      ['米', '米', '1'],
      ['m', '米', '1'],
      ['厘米', '米', '0.01'],
      ['公里', '米', '1000'],
      ['千米', '米', '1000'],
      ['km', '米', '1000'],
      ['平方米', '平方米', '1'],
      ['㎡', '平方米', '1'],
      ['m2', '平方米', '1'],
      ['m²', '平方米', '1'],
      ['平米', '平方米', '1'],
      ['平方公里', '平方米', '1000000'],
      ['平方千米', '平方米', '1000000'],
      ['公顷', '平方米', '10000'],
      ['亩', '平方米', '2000/3'],
      ['立方米', '立方米', '1'],
      ['m³', '立方米', '1'],
      ['m3', '立方米', '1'],
      ['克', '公斤', '0.001'],
      ['斤', '公斤', '0.5'],
      ['公斤', '公斤', '1'],
      ['千克', '公斤', '1'],
      ['kg', '公斤', '1'],
      ['吨', '公斤', '1000'],
      ['t', '公斤', '1000'],
      ['天', '天', '1'],
      ['日', '天', '1'],
      ['分钟', '分钟', '1'],
      ['小时', '分钟', '60'],
      ['月', '个月', '1'],
      ['个月', '个月', '1'],
      ['年', '个月', '12'],
      ['千瓦', '千瓦', '1'],
      ['千瓦时', '千瓦时', '1'],
      ['度', '千瓦时', '1'],
      ['千伏', '千伏', '1'],
    ] as const
  ).map(([written, base, factor]) => [written, [base, fraction(factor)] as const]),
);

/** Counting words that name the same thing; one is read as another only with a note. */
const SAME_COUNT: readonly ReadonlySet<string>[] = [
  new Set(['人', '名', '位']),
  new Set(['起', '宗', '件', '次', '例', '桩']),
  new Set(['户', '家']),
  new Set(['个', '项', '处', '件']),
];

const cache = new Map<string, Unit>();

/** Takes a written unit apart. Any text without digits is a unit; "" is the empty unit. */
export function parseUnit(written: string): Unit {
  const known = cache.get(written);
  if (known) return known;
  const unit = takeApart(written.replace(/ /g, ''));
  if (cache.size < 2000) cache.set(written, unit);
  return unit;
}

function takeApart(text: string): Unit {
  const known = KNOWN.get(text) ?? KNOWN.get(text.toLowerCase());
  if (known) return { text, base: known[0], factor: known[1] };
  for (const [name, factor] of MULTIPLIERS) {
    if (!text.startsWith(name)) continue;
    const rest = text.slice(name.length);
    const base = KNOWN.get(rest);
    return { text, base: base ? base[0] : rest, factor: base ? mul(factor, base[1]) : factor };
  }
  return { text, base: text, factor: ONE };
}

export type Conversion = { readonly value: Exact; readonly note: string | null };

/**
 * A value in `from` expressed in `to`; null when the two do not measure the same thing. The note says what was assumed or converted.
 * A bare multiplier ("亿") takes over the base of the other unit.
 */
export function convertUnit(value: Exact, from: Unit, to: Unit): Conversion | null {
  if (from.text === to.text) return { value, note: null };
  if (from.base === to.base) {
    const same = compare(from.factor, to.factor) === 0;
    return { value: same ? value : div(mul(value, from.factor), to.factor), note: same ? null : `“${from.text}”换算为“${to.text}”` };
  }
  if (from.base === '' && to.base !== '' && to.base !== '%') {
    const known = takeApart(to.text);
    const baseName = to.text.replace(/^[十百千万亿]+/, '') || known.base;
    const whole = takeApart(from.text + baseName);
    if (whole.base !== to.base) return null;
    return { value: div(mul(value, whole.factor), to.factor), note: `“${from.text}”后未写单位，按“${from.text}${baseName}”读` };
  }
  if (to.base === '') {
    return { value: div(mul(value, from.factor), to.factor), note: `本项没有计量单位，“${from.text}”只取其数值` };
  }
  if (SAME_COUNT.some((group) => group.has(from.base) && group.has(to.base))) {
    return { value: div(mul(value, from.factor), to.factor), note: `单位“${from.text}”与“${to.text}”不同，按同一计数单位读` };
  }
  return null;
}
