import { convertUnit, parseUnit } from '../form/units';
import { absolute, compare, div, type Exact, mul, sub } from '../shared/fraction';
import { fraction, fractionOf, roundFraction } from '../shared/fraction-text';
import { powerOfTen } from '../shared/whole-numbers';
import type { ProseFigure } from './prose';

/** The figure in another unit ("14.55万户" in 户 is 145500); null when the two do not measure the same thing or the figure has no unit where one is needed. */
export function inUnit(figure: Pick<ProseFigure, 'value' | 'unit'>, unit: string): Exact | null {
  if (figure.unit === '' && unit !== '') return null;
  return convertUnit(fraction(figure.value), parseUnit(figure.unit), parseUnit(unit))?.value ?? null;
}

/** What the last printed digit of a figure stands for, in `unit`: 0.1亿元 for "8.6亿元". */
function lastDigit(figure: ProseFigure, unit: string): Exact {
  const point = figure.value.indexOf('.');
  const decimals = point < 0 ? 0 : figure.value.length - point - 1;
  const zeros = point < 0 ? /0*$/.exec(figure.value)![0].length : 0;
  const step = fractionOf(powerOfTen(Math.min(zeros, figure.value.length - 1)), powerOfTen(decimals));
  return div(mul(step, inUnit(figure, unit)!), fraction(figure.value));
}

const TENTH = fraction('0.1');
const FIFTH = fraction('0.2');
const HUNDREDTH = fraction('0.01');

/**
 * Whether a figure in prose says the same as an exact value in `unit`. An exact figure may be rounded, or cut off by no more than 1 %, to the
 * digits it prints. 超 and 近 say a round number close by: at most one unit of its last digit or a fifth away; 约 a tenth. Null when the units differ.
 */
export function agrees(figure: ProseFigure, value: Exact, unit: string): boolean | null {
  const said = inUnit(figure, unit);
  if (said === null) return null;
  if (compare(said, value) === 0) return true;
  if (compare(said, fraction('0')) === 0) return false;
  const away = absolute(sub(value, said));
  const step = absolute(lastDigit(figure, unit));
  const isAbove = compare(value, said) > 0;
  if (figure.exactness === 'about') return within(away, step, mul(absolute(said), TENTH));
  if (figure.exactness === 'above') return isAbove && within(away, step, mul(absolute(said), FIFTH));
  if (figure.exactness === 'below') return !isAbove && within(away, step, mul(absolute(said), FIFTH));
  if (roundsTo(figure, value, unit)) return true;
  return isAbove && compare(away, printedUnit(figure, unit)) < 0 && compare(away, mul(absolute(said), HUNDREDTH)) <= 0;
}

function within(away: Exact, ...bounds: readonly Exact[]): boolean {
  return bounds.some((bound) => compare(away, bound) <= 0);
}

const decimalsOf = (figure: ProseFigure): number => (figure.value.includes('.') ? figure.value.length - figure.value.indexOf('.') - 1 : 0);

/** One unit of the last decimal printed, in `unit`: trailing zeros of a whole number count as printed. */
function printedUnit(figure: ProseFigure, unit: string): Exact {
  return div(mul(fractionOf(1n, powerOfTen(decimalsOf(figure))), inUnit(figure, unit)!), fraction(figure.value));
}

function roundsTo(figure: ProseFigure, value: Exact, unit: string): boolean {
  const factor = div(inUnit(figure, unit)!, fraction(figure.value));
  const rounded = roundFraction(div(value, factor), { digits: decimalsOf(figure), mode: 'half_up' });
  return compare(fraction(rounded), fraction(figure.value)) === 0;
}

/** The figure as a message shows it: without spaces and page breaks, the bounding word in front ("超 8.6亿元"). */
export function shownFigure(figure: ProseFigure): string {
  const words = { exact: '', above: '超 ', below: '不到 ', about: '约 ' } as const;
  return `${words[figure.exactness]}${figure.text.replace(/\s+/g, '')}`;
}

