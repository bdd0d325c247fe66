import type { CommonIndicator } from '~/app/domain/form/indicator-system-version';
import type { Operand } from '~/app/domain/scoring/scoring-rule';
import type { Formula } from './formula';
import { districtSystem } from './published-versions';
import type { Random } from './random';
import { decimalOf, typedFigure, typedMoney, withSeparators } from './spelling';


/** Types the department's budget and the inputs of the 24 common indicators into `cells`; gives their formulas in the order of the version. */
export function commonTable(random: Random, cells: Record<string, string>): Formula[] {
  const budget = drawBudget(random, cells);
  return districtSystem().indicators.map((indicator) => {
    const inputs = drawInputs(random, indicator, cells);
    return formulaOf(indicator, (operand) => ('cell' in operand ? budget : inputs).get('cell' in operand ? operand.cell : operand.input)!);
  });
}

function drawBudget(random: Random, cells: Record<string, string>): ReadonlyMap<string, string> {
  const initial = random.about(50_000, 90_000_000);
  const adjustments = random.chance(random.isRound ? 15 : 70) ? Math.floor((initial * random.whole(-180, 260)) / 1000) : 0;
  const annual = initial + adjustments;
  const executed = random.chance(10) ? annual : Math.floor((annual * random.whole(850, 1000)) / 1000);
  const basic = Math.floor(executed * 0.8);
  const money: Readonly<Record<string, number>> = {
    initial_budget: initial,
    annual_budget: annual,
    executed,
    'source.general_public_budget': executed,
    'nature.basic_expenditure': basic,
    'nature.project_expenditure': executed - basic,
    year_end_carryover: annual - executed,
  };
  const drawn = new Map<string, string>();
  for (const [name, fen] of Object.entries(money)) {
    const decimal = decimalOf(fen, 2);
    drawn.set(`budget.${name}`, decimal);
    cells[`budget.${name}`] = typedMoney(random, decimal);
  }
  const signed = `${adjustments < 0 ? '-' : ''}${decimalOf(Math.abs(adjustments), 2)}`;
  drawn.set('budget.adjustments', signed);
  cells['budget.adjustments'] = adjustments < 0 ? signed : typedMoney(random, signed);
  return drawn;
}

/** The second figure of a pair is the denominator; it is 0 for one department in twelve. */
function drawInputs(random: Random, indicator: CommonIndicator, cells: Record<string, string>): ReadonlyMap<string, string> {
  const drawn = new Map<string, string>();
  const isPair = indicator.inputs.length === 2 && indicator.rule.type !== 'deduction_list' && indicator.inputs[0]!.kind !== 'yes_no';
  const digits = indicator.inputs[0]?.kind === 'money' ? 2 : 0;
  const second = random.chance(92) ? random.about(digits === 0 ? 2 : 5000, digits === 0 ? 60 : 900_000) : 0;
  const first = random.chance(65) ? second : Math.floor((second * random.whole(700, 1000 + (indicator.rule.type === 'ratio' ? 0 : 80))) / 1000);
  indicator.inputs.forEach((input, index) => {
    const address = `indicators.${indicator.code}.inputs.${input.key}`;
    if (input.kind === 'yes_no') {
      const yes = random.chance(94);
      drawn.set(input.key, yes ? '1' : '0');
      cells[address] = yes ? random.pick(['是', '是', '√']) : '否';
    } else if (isPair) {
      const decimal = decimalOf(index === 0 ? first : second, digits);
      drawn.set(input.key, decimal);
      cells[address] = input.kind === 'money' ? typedMoney(random, decimal) : typedFigure(random, decimal, input.unit ?? '');
    } else {
      const count = random.chance(82) ? 0 : random.whole(1, 3);
      drawn.set(input.key, count.toString());
      cells[address] = random.chance(60) ? count.toString() : `${withSeparators(count.toString())}${input.unit ?? ''}`;
    }
  });
  return drawn;
}

function formulaOf({ code, rule, weight, inputs }: CommonIndicator, figure: (operand: Operand) => string): Formula {
  switch (rule.type) {
    case 'ratio':
      if (rule.measure.kind === 'quotient') return { kind: 'rate', numerator: figure(rule.measure.numerator), denominator: figure(rule.measure.denominator), weight };
      break;
    case 'deduction_per_unit': {
      const { measure, fullUpTo, step, pointsPerStep, stepMode } = rule;
      const steps = { kind: 'steps', fullUpTo, step, pointsPerStep, started: stepMode === 'started', weight } as const;
      if (measure.kind === 'quotient') return { ...steps, measure: 'rate', numerator: figure(measure.numerator), denominator: figure(measure.denominator) };
      if (measure.kind === 'growth') return { ...steps, measure: 'growth', numerator: figure(measure.current), denominator: figure(measure.prior) };
      break;
    }
    case 'deduction_list':
      return { kind: 'counted', items: rule.items.map(({ input, pointsEach }) => ({ count: figure({ input }), pointsEach })), weight };
    case 'direct':
      if (rule.condition.kind === 'all_yes') return { kind: 'holds', holds: inputs.every(({ key }) => figure({ input: key }) === '1'), weight };
      if (rule.condition.kind === 'at_most') return { kind: 'at_most', left: figure(rule.condition.left), right: figure(rule.condition.right), weight };
      break;
    case 'band_table':
      if (rule.measure.kind === 'quotient') {
        const { numerator, denominator } = rule.measure;
        return { kind: 'bands', numerator: figure(numerator), denominator: figure(denominator), bands: rule.bands, otherwise: rule.otherwise, weight };
      }
      break;
    default:
  }
  throw new Error(`No bare formula is known for the rule of ${code}`);
}
