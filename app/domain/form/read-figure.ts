import type { FigureReading } from './figure';
import { isReversed, leadWords } from './lead-words';
import { createPlainReader } from './plain-figure';
import { takeOperator } from './read-operator';
import { halfWidth, MAX_FIGURE_TEXT, withoutInclusive } from './typed-text';
import { writtenUnit } from './written-unit';

const INEXACT = /^(?:约|大约|近|将近|接近|超|逾).*\d|\d.*(?:左右|上下|余|多)$/;
const NUMBER = /^([+-]?) ?(\d(?:[\d, ]*\d)?)?(?:\.(\d*))?/;
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?: \d{3})+$/;
const PER = /^((?:每(?:个项目|个|[^\d\s每≥≤<>=不至为补标]{1,3}))+)(?:补助|补贴)?(?:资金|金额)?(?:标准)?(?:为|:)?\s*(?=[-+¥￥≥≤<>=不至]?[^\d]{0,4}\d)/;
const DONE = /(?:均|全部|已)*(?:完成|办结|达标|到位|覆盖|合格)$/;
const HAS_FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/;
const MAX_DIGITS = 30;

/**
 * Takes typed text apart into operator, number and unit; refuses ranges, approximations, times and anything that holds more than one figure. Words that only
 * lead up to the figure ("完成率≥95%", "已完成3个") are left out, with a note; what may turn its meaning round ("下降5%", "未完成3个") is refused.
 */
export function readFigure(typed: string): FigureReading {
  const plainly = readPlainly(typed) ?? (HAS_FULL_WIDTH.test(typed) ? readPlainly(halfWidth(typed)) : null);
  return plainly === null ? readWhole(typed) : { ok: true, figure: plainly };
}

/** The short way alone; null for a spelling that takes the whole reading. */
export const readPlainly = createPlainReader(readWhole);

/** Reads every spelling; what `readFigure` gives for the plain ones is what this gives. */
export function readWhole(typed: string): FigureReading {
  if (PLAIN.test(typed) && typed.length <= MAX_DIGITS) return plain(typed);
  if (typed.length > MAX_FIGURE_TEXT) return refuse('文字过长，不是一个数');
  const quoted = `“${typed.trim()}”`;
  const notes: string[] = [];
  let text = withoutInclusive(halfWidth(typed)).replace(/^\((.*[^\d,. ].*)\)$/, '$1');
  const before = takePer(text);
  text = before.rest;
  const lead = leadWords(text);
  if (lead !== '') {
    text = text.slice(lead.length);
    notes.push(leftOut(lead));
  }
  if (/^零(?:$|[起次个件例人户宗项]$)/.test(text)) {
    text = text.replace('零', '0');
    notes.push('“零”按 0 读');
  }
  const done = /[\u4e00-\u9fff%]/.test(text) && !/[月日号年底前季旬]$/.test(text.replace(DONE, '')) ? (DONE.exec(text)?.[0] ?? '') : '';
  if (done !== '') {
    text = text.slice(0, -done.length);
    notes.push(leftOut(done));
  }
  const { operator, operatorText, rest: bare } = takeOperator(text);
  const inner = before.per === '' ? takePer(bare) : { per: before.per, rest: bare };
  text = inner.rest;
  if (INEXACT.test(text)) return refuse(`${quoted}不是确切的数字，请去掉“约”“超”“多”等字，填写确切数`);
  const bracketed = /^\(([\d,. ]+)\)$/.exec(text);
  if (bracketed) {
    text = `-${bracketed[1]!}`;
    notes.push('括号内的数按负数读');
  }
  const currency = /^([+-]?) ?[¥￥]/.exec(text);
  if (currency) text = currency[1]! + text.slice(currency[0].length).trim();
  if (/^([+-]?[\d,]+)。(\d+)/.test(text)) {
    text = text.replace('。', '.');
    notes.push('“。”按小数点读');
  }
  text = text.replace(/^([百千])分之([\d.]+)$/, (_, of: string, number: string) => `${number}${of === '百' ? '%' : '‰'}`);
  const match = NUMBER.exec(text);
  const whole = match?.[2] ?? '';
  const decimals = match?.[3] ?? '';
  if (!match || (whole === '' && decimals === '')) return refuse(notANumber(text, quoted));
  if (/[, ]/.test(whole) && !GROUPED.test(whole)) return refuse(`${quoted}中千位分隔符的位置不对，应每三位一个`);
  if (whole.includes(' ')) notes.push(`“${whole}”中的空格按千位分隔读`);
  if (whole.length + decimals.length > MAX_DIGITS) return refuse(`${quoted}位数过多`);
  const rest = text.slice(match[0].length).trim();
  if (/^e[+-]?\d/i.test(rest)) return refuse(`${quoted}是科学记数法，请写出完整的数`);
  if (/^[^\d]{0,8}?(?:-|~|～|至|到|—)\s*\d/.test(rest)) return refuse(`${quoted}是一个区间，请填写一个数`);
  const written = writtenUnit(rest, quoted);
  if (!written.ok) return written;
  notes.push(...written.notes);
  const unit = perUnit(currency && !written.unit.endsWith('元') ? `${written.unit}元` : written.unit, inner.per);
  const sign = match[1] === '-' ? '-' : '';
  const number = `${sign}${whole.replace(/[, ]/g, '').replace(/^0+(?=\d)/, '') || '0'}${decimals ? `.${decimals}` : ''}`;
  return { ok: true, figure: { number, unit, operator, operatorText, notes } };
}

const leftOut = (words: string): string => `只取其中的数，“${words.trim()}”不计`;

/** 每亩, 每人每年 before a figure: what the figure is per. */
function takePer(text: string): { readonly per: string; readonly rest: string } {
  const match = PER.exec(text);
  return match ? { per: match[1]!, rest: text.slice(match[0].length) } : { per: '', rest: text };
}

/** 300元 per 每亩 is 元/亩; without a unit of its own it stays 每亩. */
function perUnit(unit: string, per: string): string {
  if (per === '' || unit.includes('/')) return unit;
  return unit === '' ? per : unit + per.replace(/每/g, '/');
}

function notANumber(text: string, quoted: string): string {
  if (/^[A-Za-z]{1,2}[.,]?\d/.test(text)) return `${quoted}中的字母可能是数字之误，请核对原件`;
  if (isReversed(text)) return `${quoted}写的是下降或未完成的数，无法判断正负，请直接填写数字`;
  return `${quoted}不是数字，请用阿拉伯数字填写`;
}

function plain(text: string): FigureReading {
  const number = /^-?0\d/.test(text) ? text.replace(/^(-?)0+(?=\d)/, '$1') : text;
  return { ok: true, figure: { number, unit: '', operator: null, operatorText: '', notes: [] } };
}

function refuse(reason: string): FigureReading {
  return { ok: false, reason };
}
