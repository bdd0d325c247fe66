import { nonFigures } from './non-figures';
import { type Paragraph, paragraphsOf, spanOf } from './paragraphs';
import type { Passage, ProseFigure } from './prose';

/** A figure and its place in the paragraph's half-width text; `lead` is where the word before it (超, 约) begins. */
export interface PlacedFigure {
  readonly figure: ProseFigure;
  readonly lead: number;
  readonly from: number;
  readonly to: number;
}

const NUMBER = /-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?/g;
const MAX_DIGITS = 30;
const WORDS =
  '个百分点|百分点|平方公里|平方千米|平方米|立方米|千瓦时|人次|家次|户次|件次|个月|小时|分钟|公里|千米|公顷|公斤|千克|美元|欧元|港元|元|户|家|起|宗|件|个|项|人|名|次|场|批次|批|种|类|所|处|座|台|套|辆|艘|栋|幢|间|份|篇|条|期|亩|吨|米|天|日|年|分|度|笔|张|枚|盏|例|届|位|对|组|支|头|株|棵|片|本|册|倍|点|岗|村|颗|米²|㎡|m²|m³|m2|m3|km|kg|m|t';
/** After the number: 余/多, a multiplier, 余/多 again, the unit with an optional "per", then 以上, 左右 … */
const TAIL = new RegExp(
  `^([余多来])?((?:百|千|十)?[万亿]|万亿|[百千十])?([余多])?(%|‰|${WORDS})?((?:/|每)(?:万|亿)?(?:${WORDS}))?(以上|及以上|以下|及以下|以内|左右|上下)?`,
);
const ABOVE = /(?:超过了?|超出|超|逾|突破了?|高于|多于|大于|不少于|不低于|不小于|至少|≥|>)$/;
const BELOW = /(?:不足|不到|低于|少于|小于|不超过|不高于|不多于|不大于|至多|将近|接近|近|≤|<)$/;
const ABOUT = /(?:大约|约为|约)$/;
/** A counting word is none when a longer word begins with it: 5年级, 3个性化. */
const NO_UNIT = /^(?:年级|分之|日常|年报|年度|项目|人均|名列|户均|家庭|类别|期间|位居|次级|点位|度假|对外|组织|支出|条例|本部|片区|套期|头部|台账)/;

/** Everything in half-width prose that is a number with or without a unit. */
export function placedFigures(passage: Passage, paragraph: Paragraph): readonly PlacedFigure[] {
  if (!/\d/.test(paragraph.text)) return [];
  const { text } = paragraph;
  const skip = nonFigures(text);
  const placed: PlacedFigure[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const negative = match[0].startsWith('-') && !/[\dA-Za-z)%”]/.test(text[match.index - 1] ?? '');
    const from = match.index + (match[0].startsWith('-') && !negative ? 1 : 0);
    if (skip[from + (negative ? 1 : 0)] === 1) continue;
    const digits = match[0].replace(/[-,]/g, '');
    if (digits.length > MAX_DIGITS || /[\d.]/.test(text[match.index + match[0].length] ?? '')) continue;
    const afterNumber = match.index + match[0].length;
    const tail = tailAt(text, afterNumber);
    if (tail.unit === '' && isBare(match[0])) continue;
    const lead = leadOf(text, from);
    const to = afterNumber + tail.length;
    const { start, end } = spanOf(paragraph, from, to);
    const figure: ProseFigure = {
      text: passage.text.slice(start, end),
      value: `${negative ? '-' : ''}${digits.replace(/^0+(?=\d)/, '')}`,
      unit: tail.unit,
      exactness: lead.exactness === 'exact' ? tail.exactness : lead.exactness,
      start: passage.offset + start,
      end: passage.offset + end,
    };
    placed.push({ figure, lead: from - lead.length, from, to });
  }
  return placed;
}

/** A long whole number without separators and without a unit is a code or a hotline, not a quantity. */
const isBare = (written: string): boolean => /^\d{5,}$/.test(written);

interface Tail {
  readonly unit: string;
  /** Units of text after the number that belong to the figure. */
  readonly length: number;
  readonly exactness: ProseFigure['exactness'];
}

function tailAt(text: string, index: number): Tail {
  const rest = text.slice(index, index + 24);
  const [, early = '', multiplier = '', late = '', word = '', per = '', bound = ''] = TAIL.exec(rest)!;
  const beforeWord = early.length + multiplier.length + late.length;
  const counted = word !== '' && !NO_UNIT.test(rest.slice(beforeWord)) ? word + per : '';
  return {
    unit: multiplier + counted,
    length: multiplier + counted === '' ? 0 : beforeWord + counted.length,
    exactness: early !== '' || late !== '' ? 'above' : (BOUNDS[bound] ?? 'exact'),
  };
}

const BOUNDS: Readonly<Record<string, ProseFigure['exactness']>> = {
  以上: 'above',
  及以上: 'above',
  以下: 'below',
  及以下: 'below',
  以内: 'below',
  左右: 'about',
  上下: 'about',
};

function leadOf(text: string, from: number): { length: number; exactness: ProseFigure['exactness'] } {
  const before = text.slice(Math.max(0, from - 6), from);
  for (const [pattern, exactness] of [
    [BELOW, 'below'],
    [ABOVE, 'above'],
    [ABOUT, 'about'],
  ] as const) {
    const match = pattern.exec(before);
    if (match) return { length: match[0].length, exactness };
  }
  return { length: 0, exactness: 'exact' };
}

/** The numbers of one passage with their units, in order; dates, ordinals, document numbers, telephone numbers and the like are none. */
export function findFigures(passage: Passage): readonly ProseFigure[] {
  return paragraphsOf(passage).flatMap((paragraph) => placedFigures(passage, paragraph).map(({ figure }) => figure));
}
