import type { DecimalText } from '../shared/decimal-text';
import type { Comparator } from './indicator-system-version';
import { halfWidth } from './typed-text';

/** A figure as written: sign, number, unit and operator taken apart, nothing interpreted yet. */
export interface Figure {
  readonly number: DecimalText;
  /** Without spaces; "" when none is written. */
  readonly unit: string;
  readonly operator: Comparator | null;
  /** The operator as written ("≥", "不少于"), "" when there is none. */
  readonly operatorText: string;
  /** What was read differently from how it stands. */
  readonly notes: readonly string[];
}

export type FigureReading = { readonly ok: true; readonly figure: Figure } | { readonly ok: false; readonly reason: string };

const OPERATORS: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:>=|=>|≥|≧|⩾|》=|大于等于|大于或等于|不少于|不低于|不小于|至少|达到)/, 'gte'],
  [/^(?:<=|=<|≤|≦|⩽|《=|小于等于|小于或等于|不超过|不高于|不大于|不多于|至多|控制在)/, 'lte'],
  [/^(?:==?|═|等于)/, 'eq'],
  [/^(?:>|大于|超过|高于|多于)/, 'gt'],
  [/^(?:<|小于|低于|少于)/, 'lt'],
];
const TRAILING: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:\(含\))?(?:及以上|以上)(?:\(含\))?$/, 'gte'],
  [/(?:\(含\))?(?:及以下|以下|以内|之内)(?:\(含\))?$/, 'lte'],
];
const INEXACT = /^(?:约|大约|近|将近|接近|超|逾)|(?:左右|上下|余|多)$/;
const NUMBER = /^([+-]?) ?(\d(?:[\d, ]*\d)?)?(?:\.(\d*))?/;
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?: \d{3})+$/;
const DEADLINE = /(?:前|底|初|末|完成)$/;
const MAX_DIGITS = 30;
const MAX_UNIT = 8;

/** Takes typed text apart into operator, number and unit; refuses ranges, approximations and anything that holds more than one figure. */
export function readFigure(typed: string): FigureReading {
  if (PLAIN.test(typed) && typed.length <= MAX_DIGITS) return plain(typed);
  let text = halfWidth(typed);
  const quoted = `“${typed.trim()}”`;
  const notes: string[] = [];
  let operator: Comparator | null = null;
  let operatorText = '';
  for (const [pattern, comparator] of OPERATORS) {
    const match = pattern.exec(text);
    if (!match) continue;
    operator = comparator;
    operatorText = match[0];
    text = text.slice(match[0].length).trim();
    break;
  }
  for (const [pattern, comparator] of TRAILING) {
    const match = pattern.exec(text);
    if (!match || (operator !== null && operator !== comparator)) continue;
    operator = comparator;
    operatorText = operatorText === '' ? match[0] : `${operatorText}…${match[0]}`;
    text = text.slice(0, -match[0].length).trim();
  }
  if (INEXACT.test(text)) return refuse(`${quoted}不是确切的数字，请去掉“约”“超”“多”等字，填写确切数`);
  const bracketed = /^\(([\d,. ]+)\)$/.exec(text);
  if (bracketed) {
    text = `-${bracketed[1]!}`;
    notes.push('括号内的数按负数读');
  }
  const currency = /^([+-]?) ?[¥￥]/.exec(text);
  if (currency) text = currency[1]! + text.slice(currency[0].length).trim();
  const chinesePoint = /^([+-]?[\d,]+)。(\d+)/.exec(text);
  if (chinesePoint) {
    text = text.replace('。', '.');
    notes.push('“。”按小数点读');
  }
  const match = NUMBER.exec(text);
  const whole = match?.[2] ?? '';
  const decimals = match?.[3] ?? '';
  if (!match || (whole === '' && decimals === '')) return refuse(`${quoted}不是数字，请用阿拉伯数字填写`);
  if (/[, ]/.test(whole) && !GROUPED.test(whole)) return refuse(`${quoted}中千位分隔符的位置不对，应每三位一个`);
  if (whole.length + decimals.length > MAX_DIGITS) return refuse(`${quoted}位数过多`);
  const rest = text.slice(match[0].length).trim();
  if (/^e[+-]?\d/i.test(rest)) return refuse(`${quoted}是科学记数法，请写出完整的数`);
  if (/^(?:-|~|～|至|到|—)\s*\d/.test(rest)) return refuse(`${quoted}是一个区间，请填写一个数`);
  const written = unitOf(rest);
  if (written === null) return refuse(`${quoted}里不止一个数，请只填写一个数和单位`);
  if (DEADLINE.test(written)) return refuse(`${quoted}是时间要求，不是一个数`);
  if (written.length > MAX_UNIT) return refuse(`${quoted}除数字和单位外还有其他文字`);
  const unit = currency && !written.endsWith('元') ? `${written}元` : written;
  const sign = match[1] === '-' ? '-' : '';
  const number = `${sign}${whole.replace(/[, ]/g, '').replace(/^0+(?=\d)/, '') || '0'}${decimals ? `.${decimals}` : ''}`;
  return { ok: true, figure: { number, unit, operator, operatorText, notes } };
}

/** "%(百分比)" says one unit twice; a unit may end in ², ³, 2 or 3 (m2) but holds no other digit. */
function unitOf(rest: string): string | null {
  const written = rest.replace(/ /g, '').replace(/[。.,;]$/, '');
  const twice = /^(.+)\((.+)\)$/.exec(written);
  const text = twice && (twice[2] === '百分比' || twice[2] === twice[1]) ? twice[1]! : written;
  return /\d/.test(text.replace(/^(.*m)[23]$/i, '$1')) ? null : text;
}

function plain(text: string): FigureReading {
  const number = /^-?0\d/.test(text) ? text.replace(/^(-?)0+(?=\d)/, '$1') : text;
  return { ok: true, figure: { number, unit: '', operator: null, operatorText: '', notes: [] } };
}

function refuse(reason: string): FigureReading {
  return { ok: false, reason };
}
