import { type Exact, ZERO } from '../shared/fraction';
import { fractionOf } from '../shared/fraction-text';

/** Begun days or months by which `done` lies behind `due` (ISO days); 0 when it does not. 31 January + 1 month ends with February. */
export function lateSteps(due: string, done: string, per: 'day' | 'month'): { readonly value: Exact; readonly text: string } {
  if (done <= due) return ON_TIME;
  const count = per === 'day' ? dayNumber(done) - dayNumber(due) : begunMonths(due, done);
  return { value: fractionOf(count, 1n), text: count.toString() };
}

const ON_TIME = { value: ZERO, text: '0' };

function begunMonths(due: string, done: string): bigint {
  const months = monthNumber(done) - monthNumber(due);
  return done.slice(8) > due.slice(8) ? months + 1n : months > 0n ? months : 1n;
}

function monthNumber(day: string): bigint {
  return BigInt(day.slice(0, 4)) * 12n + BigInt(day.slice(5, 7));
}

/** Days since the beginning of the (proleptic Gregorian) calendar, by the usual shift that lets the year begin in March. */
function dayNumber(day: string): bigint {
  const month = BigInt(day.slice(5, 7));
  const shifted = (month + 9n) % 12n;
  const year = BigInt(day.slice(0, 4)) - (month <= 2n ? 1n : 0n);
  return 365n * year + year / 4n - year / 100n + year / 400n + (shifted * 306n + 5n) / 10n + BigInt(day.slice(8));
}
