import type { StatedBand, Statement } from '../prose';
import type { StatementReader } from './statement-reader';

const N = '\\d{1,3}(?:\\.\\d{1,9})?';
const IN = '(?:\\((不?含)\\))?';
const OF = '(?:的)?(?:项目)?(?:有|共|为|:|，|占)?';
/** "95-100分（不含）7个", "90分（含）-95分5个", "100分7个", "90分以上12个", "60分以下的项目0个". */
const BAND = new RegExp(
  `(?<![\\d.])(?:(${N})分?${IN}?(?:[-—–~至到])(${N})分?${IN}|(${N})分${IN}?(及?以[上下]|满分)?${IN})(?:之间|区间)?${OF}(\\d{1,6})个`,
  'g',
);

/**
 * The distribution of project scores. Two bands in one sentence are needed: a single figure is no distribution. A bound is stated when （含）
 * or （不含） stands at it, or when it is 以上 / 以下 with one; a full 100 includes itself.
 */
export const readScoreBands: StatementReader = ({ text }, role, quote): readonly Statement[] => {
  if (role !== 'conclusion' || !text.includes('分')) return [];
  const bands = [...text.matchAll(BAND)].map(bandOf);
  return bands.length < 2 ? [] : [{ kind: 'score_bands', bands, quote: quote() }];
};

const included = (word: string | undefined): boolean | null => (word === undefined ? null : word === '含');

function bandOf(match: RegExpExecArray): StatedBand {
  const [whole, low, lowIn, high, highIn, single, before, bound, after, count] = match as unknown as (string | undefined)[];
  const label = whole!.replace(/(?:的)?(?:项目)?(?:有|共|为|:|，|占)?\d+个$/, '');
  const shared = { label, count: count! };
  if (low !== undefined && high !== undefined) return { ...shared, from: low, to: high, fromIncluded: included(lowIn), toIncluded: included(highIn) };
  const stated = included(before) ?? included(after);
  if (bound?.endsWith('上')) return { ...shared, from: single!, to: '100', fromIncluded: stated, toIncluded: true };
  if (bound?.endsWith('下')) return { ...shared, from: '0', to: single!, fromIncluded: true, toIncluded: stated };
  return { ...shared, from: single!, to: single!, fromIncluded: true, toIncluded: true };
}
