import { Decimal } from 'decimal.js';
import type { Formula, Table, Totals } from './formula';

/** 28 significant digits, as decimal types elsewhere have: enough for a sum of 1e14 万元 to the fen with room for quotients. */
export const DECIMAL_DIGITS = 28;
const Figure = Decimal.clone({ precision: DECIMAL_DIGITS, rounding: Decimal.ROUND_HALF_UP });
const ZERO = new Figure(0);
const HUNDRED = new Figure(100);

/** The bare loop: the same formulas on decimal texts, nothing else. */
function points(formula: Formula, weight: Decimal): Decimal | null {
  switch (formula.kind) {
    case 'upward': {
      const target = new Figure(formula.target);
      const actual = Figure.max(0, new Figure(formula.actual));
      return actual.lt(target) ? actual.div(target).times(weight) : weight;
    }
    case 'exact':
      return new Figure(formula.actual).eq(formula.target) ? weight : ZERO;
    case 'downward':
    case 'inverse': {
      const target = new Figure(formula.target);
      const actual = new Figure(formula.actual);
      if (actual.lte(target)) return weight;
      if (target.isZero()) return ZERO;
      if (formula.kind === 'inverse') return target.div(actual).times(weight);
      return Figure.max(0, new Figure(1).minus(actual.minus(target).div(target))).times(weight);
    }
    case 'range': {
      const actual = new Figure(formula.actual);
      const [low, high] = [new Figure(formula.low), new Figure(formula.high)];
      if (actual.lt(low)) return Figure.max(0, actual).div(low).times(weight);
      return actual.gt(high) ? Figure.max(0, new Figure(1).minus(actual.minus(high).div(high))).times(weight) : weight;
    }
    case 'deadline':
      return formula.done <= formula.due ? weight : ZERO;
    case 'judged':
      return new Figure(formula.points);
    case 'holds':
      return formula.holds ? weight : ZERO;
    case 'at_most':
      return new Figure(formula.left).lte(formula.right) ? weight : ZERO;
    case 'rate':
    case 'execution': {
      const denominator = new Figure(formula.denominator);
      if (denominator.isZero()) return formula.kind === 'rate' ? weight : null;
      return Figure.min(1, new Figure(formula.numerator).div(denominator)).times(weight);
    }
    case 'steps': {
      const denominator = new Figure(formula.denominator);
      if (denominator.isZero()) return weight;
      const numerator = new Figure(formula.numerator);
      const dividend = formula.measure === 'growth' ? numerator.minus(denominator) : numerator.abs();
      const excess = dividend.div(denominator).times(100).minus(formula.fullUpTo);
      if (excess.lte(0)) return weight;
      const steps = excess.div(formula.step);
      return Figure.max(0, weight.minus((formula.started ? steps.ceil() : steps).times(formula.pointsPerStep)));
    }
    case 'counted': {
      let left = weight;
      for (const { count, pointsEach } of formula.items) left = left.minus(new Figure(count).times(pointsEach));
      return Figure.max(0, left);
    }
    case 'bands': {
      let figure = new Figure(formula.numerator);
      if (formula.denominator !== null) {
        const denominator = new Figure(formula.denominator);
        if (denominator.isZero()) return weight;
        figure = figure.div(denominator).times(100);
      }
      return new Figure(formula.bands.find(({ atLeast }) => figure.gte(atLeast))?.points ?? formula.otherwise);
    }
  }
}

/** What a table scores: the points of each line as shown, and the total. */
function score(table: Table): { readonly lines: readonly string[]; readonly total: Decimal } {
  const lines: string[] = [];
  let total: Decimal = ZERO;
  let applicable: Decimal = ZERO;
  for (const formula of table) {
    const weight = new Figure(formula.weight);
    const earned = points(formula, weight);
    lines.push((earned ?? ZERO).toFixed(2));
    if (earned === null) continue;
    total = total.plus(earned);
    applicable = applicable.plus(weight);
  }
  if (!applicable.eq(HUNDRED)) total = total.times(HUNDRED).div(applicable);
  return { lines, total: Figure.min(HUNDRED, total) };
}

/** The score of every line and of the table, at two digits. */
export function decimalScores(table: Table): readonly string[] {
  const { lines, total } = score(table);
  return [...lines, total.toFixed(2)];
}

export function decimalTotals(table: Table): Totals {
  const { total } = score(table);
  return { 'half-up, 2 digits': total.toFixed(2), 'truncated, 1 digit': total.toFixed(1, Decimal.ROUND_DOWN) };
}
