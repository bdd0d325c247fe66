import type { Formula, Table, Totals } from './formula';

/** The same formulas on JavaScript numbers: what exact arithmetic is needed against. */
function points(formula: Formula, weight: number): number | null {
  switch (formula.kind) {
    case 'upward':
      return Math.max(0, +formula.actual) < +formula.target ? (Math.max(0, +formula.actual) / +formula.target) * weight : weight;
    case 'exact':
      return +formula.actual === +formula.target ? weight : 0;
    case 'downward':
    case 'inverse': {
      const [target, actual] = [+formula.target, +formula.actual];
      if (actual <= target) return weight;
      if (target === 0) return 0;
      return formula.kind === 'inverse' ? (target / actual) * weight : Math.max(0, 1 - (actual - target) / target) * weight;
    }
    case 'range': {
      const [low, high, actual] = [+formula.low, +formula.high, +formula.actual];
      if (actual < low) return (Math.max(0, actual) / low) * weight;
      return actual > high ? Math.max(0, 1 - (actual - high) / high) * weight : weight;
    }
    case 'deadline':
      return formula.done <= formula.due ? weight : 0;
    case 'judged':
      return +formula.points;
    case 'holds':
      return formula.holds ? weight : 0;
    case 'at_most':
      return +formula.left <= +formula.right ? weight : 0;
    case 'rate':
    case 'execution':
      if (+formula.denominator === 0) return formula.kind === 'rate' ? weight : null;
      return Math.min(1, +formula.numerator / +formula.denominator) * weight;
    case 'steps': {
      const denominator = +formula.denominator;
      if (denominator === 0) return weight;
      const dividend = formula.measure === 'growth' ? +formula.numerator - denominator : Math.abs(+formula.numerator);
      const excess = (dividend / denominator) * 100 - +formula.fullUpTo;
      if (excess <= 0) return weight;
      const steps = excess / +formula.step;
      return Math.max(0, weight - (formula.started ? Math.ceil(steps) : steps) * +formula.pointsPerStep);
    }
    case 'counted':
      return Math.max(0, formula.items.reduce((left, { count, pointsEach }) => left - +count * +pointsEach, weight));
    case 'bands': {
      if (formula.denominator !== null && +formula.denominator === 0) return weight;
      const figure = formula.denominator === null ? +formula.numerator : (+formula.numerator / +formula.denominator) * 100;
      return +(formula.bands.find(({ atLeast }) => figure >= +atLeast)?.points ?? formula.otherwise);
    }
  }
}

export function floatTotals(table: Table): Totals {
  let total = 0;
  let applicable = 0;
  for (const formula of table) {
    const earned = points(formula, +formula.weight);
    if (earned === null) continue;
    total += earned;
    applicable += +formula.weight;
  }
  const capped = Math.min(100, applicable === 100 ? total : (total * 100) / applicable);
  return { 'half-up, 2 digits': (Math.round(capped * 100) / 100).toFixed(2), 'truncated, 1 digit': (Math.floor(capped * 10) / 10).toFixed(1) };
}
