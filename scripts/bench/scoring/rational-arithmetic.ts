import { type Formula, ROUNDINGS, type RoundingName, type Table, type Totals } from './formula';

/** An exact rational: numerator and a denominator above 0, in no particular terms. Shares no code with the engine. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export function rational(text: string): Rational {
  const [whole = '', decimals = ''] = text.split('.');
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) };
}

const times = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
const plus = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const minus = (a: Rational, b: Rational): Rational => plus(a, { n: -b.n, d: b.d });
const over = (a: Rational, b: Rational): Rational => (b.n < 0n ? { n: -a.n * b.d, d: -b.n * a.d } : { n: a.n * b.d, d: a.d * b.n });
const below = (a: Rational, b: Rational): boolean => a.n * b.d < b.n * a.d;
const least = (a: Rational, b: Rational): Rational => (below(b, a) ? b : a);
const most = (a: Rational, b: Rational): Rational => (below(a, b) ? b : a);
const whole = (value: bigint): Rational => ({ n: value, d: 1n });
const NONE = whole(0n);
const HUNDRED = whole(100n);

/** Points of one formula; null when it does not apply. */
export function rationalPoints(formula: Formula): Rational | null {
  const weight = rational(formula.weight);
  switch (formula.kind) {
    case 'upward': {
      const target = rational(formula.target);
      const actual = most(NONE, rational(formula.actual));
      return below(actual, target) ? times(over(actual, target), weight) : weight;
    }
    case 'exact': {
      const target = rational(formula.target);
      const actual = rational(formula.actual);
      return below(actual, target) || below(target, actual) ? NONE : weight;
    }
    case 'downward':
    case 'inverse': {
      const target = rational(formula.target);
      const actual = rational(formula.actual);
      if (!below(target, actual)) return weight;
      if (target.n === 0n) return NONE;
      if (formula.kind === 'inverse') return times(over(target, actual), weight);
      return times(most(NONE, minus(whole(2n), over(actual, target))), weight);
    }
    case 'range': {
      const actual = rational(formula.actual);
      const [low, high] = [rational(formula.low), rational(formula.high)];
      if (below(actual, low)) return times(over(most(NONE, actual), low), weight);
      return below(high, actual) ? times(most(NONE, minus(whole(2n), over(actual, high))), weight) : weight;
    }
    case 'deadline':
      return formula.done <= formula.due ? weight : NONE;
    case 'judged':
      return rational(formula.points);
    case 'holds':
      return formula.holds ? weight : NONE;
    case 'at_most':
      return below(rational(formula.right), rational(formula.left)) ? NONE : weight;
    case 'rate':
    case 'execution': {
      const denominator = rational(formula.denominator);
      if (denominator.n === 0n) return formula.kind === 'rate' ? weight : null;
      return times(least(whole(1n), over(rational(formula.numerator), denominator)), weight);
    }
    case 'steps':
      return afterSteps(formula, weight);
    case 'counted':
      return most(NONE, formula.items.reduce((left, { count, pointsEach }) => minus(left, times(rational(count), rational(pointsEach))), weight));
    case 'bands': {
      const denominator = formula.denominator === null ? null : rational(formula.denominator);
      if (denominator?.n === 0n) return weight;
      const figure = denominator === null ? rational(formula.numerator) : times(HUNDRED, over(rational(formula.numerator), denominator));
      return rational(formula.bands.find(({ atLeast }) => !below(figure, rational(atLeast)))?.points ?? formula.otherwise);
    }
  }
}

function afterSteps(formula: Extract<Formula, { kind: 'steps' }>, weight: Rational): Rational {
  const denominator = rational(formula.denominator);
  if (denominator.n === 0n) return weight;
  const numerator = rational(formula.numerator);
  const dividend = formula.measure === 'growth' ? minus(numerator, denominator) : most(numerator, minus(NONE, numerator));
  const excess = minus(times(HUNDRED, over(dividend, denominator)), rational(formula.fullUpTo));
  if (!below(NONE, excess)) return weight;
  const exact = over(excess, rational(formula.step));
  const steps = formula.started ? whole((exact.n + exact.d - 1n) / exact.d) : exact;
  return most(NONE, minus(weight, times(steps, rational(formula.pointsPerStep))));
}

/** The exact total of a table, what does not apply shared out among the rest. */
export function rationalTotal(table: Table): Rational {
  let points = NONE;
  let applicable = NONE;
  for (const formula of table) {
    const earned = rationalPoints(formula);
    if (earned === null) continue;
    points = plus(points, earned);
    applicable = plus(applicable, rational(formula.weight));
  }
  return least(HUNDRED, over(times(points, HUNDRED), applicable));
}

/** A value of at least 0 rounded exactly. */
export function roundRational({ n, d }: Rational, digits: number, mode: 'half_up' | 'truncate'): string {
  const scale = 10n ** BigInt(digits);
  const units = mode === 'half_up' ? (2n * n * scale + d) / (2n * d) : (n * scale) / d;
  const text = units.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function rationalTotals(table: Table): Totals {
  const total = rationalTotal(table);
  return Object.fromEntries(Object.entries(ROUNDINGS).map(([name, { digits, mode }]) => [name, roundRational(total, digits, mode)])) as Record<RoundingName, string>;
}
