import type { ScoringRule } from '~/app/domain/scoring/scoring-rule';
import type { Formula } from './formula';
import type { Random } from './random';
import { decimalOf, typedFigure, withSeparators } from './spelling';

type Kind = 'quantitative' | 'qualitative';
type Comparator = 'gt' | 'gte' | 'eq' | 'lt' | 'lte';

/** An indicator with an approved target: what is bound, what is typed (field → text), and the formula behind it. */
export interface MeasuredIndicator {
  readonly bound: { readonly kind: Kind; readonly unit: string; readonly comparator: Comparator; readonly target: string; readonly rule: ScoringRule };
  readonly typed: Readonly<Record<string, string>>;
  readonly formula: Formula;
}

export type Make = (random: Random, weight: string) => MeasuredIndicator;

const RATIO: ScoringRule = { type: 'ratio', measure: { kind: 'target_actual' }, onMissing: 'block_submit', onZeroDenominator: 'full' };

/** Most results are met, many exactly; of the others most come close. In whole percent of the target. */
function shareReached(random: Random): number {
  if (random.chance(30)) return 100;
  if (random.chance(65)) return random.whole(100, 128);
  return random.chance(80) ? random.whole(70, 99) : random.whole(0, 69);
}

/** ≥ target, in a unit with so many decimals; the actual is typed in the unit, a neighbouring one, or none. */
export function atLeast(unit: string, low: number, high: number, digits: number): Make {
  return (random, weight) => {
    const target = random.about(low, high);
    const share = shareReached(random);
    const actual = share === 100 ? target : Math.floor((target * share) / 100);
    const texts = { target: decimalOf(target, digits), actual: decimalOf(actual, digits) };
    const sign = random.pick(['≥', '≥', '不少于', '']);
    const printed = random.chance(40) ? withSeparators(texts.target) : texts.target;
    return {
      bound: { kind: 'quantitative', unit, comparator: 'gte', target: `${sign}${printed}${unit}`, rule: RATIO },
      typed: { actual: typedFigure(random, texts.actual, unit) },
      formula: { kind: 'upward', ...texts, weight },
    };
  };
}

/** A rate against its target, in percent with two decimals. */
export function rateAtLeast(target: string, comparator: Comparator = 'gte'): Make {
  return (random, weight) => {
    const actual = random.chance(55) ? '100' : decimalOf(random.whole(7000, 9999), 2);
    return {
      bound: { kind: 'quantitative', unit: '%', comparator, target: `${target}%`, rule: RATIO },
      typed: { actual: random.chance(75) ? `${actual}%` : actual },
      formula: { kind: 'upward', target, actual, weight },
    };
  };
}

/** Nothing may happen: = 0. */
export function none(unit: string): Make {
  return (random, weight) => {
    const actual = random.chance(95) ? '0' : random.whole(1, 3).toString();
    return {
      bound: { kind: 'quantitative', unit, comparator: 'eq', target: `0${unit}`, rule: RATIO },
      typed: { actual: random.chance(70) ? `${actual}${unit}` : actual },
      formula: { kind: 'exact', target: '0', actual, weight },
    };
  };
}

/** ≤ target by the linear or the simple reverse rule. */
export function atMost(unit: string, low: number, high: number, digits: number, variant: 'linear' | 'simple'): Make {
  return (random, weight) => {
    const target = random.about(low, high);
    const actual = Math.floor((target * (random.chance(75) ? random.whole(60, 100) : random.whole(101, 230))) / 100);
    const texts = { target: decimalOf(target, digits), actual: decimalOf(actual, digits) };
    return {
      bound: {
        kind: 'quantitative',
        unit,
        comparator: 'lte',
        target: `${random.pick(['≤', '不超过', '<='])}${texts.target}${unit}`,
        rule: variant === 'linear' ? RATIO : { type: 'ratio_reverse', variant, onMissing: 'block_submit' },
      },
      typed: { actual: typedFigure(random, texts.actual, unit) },
      formula: { kind: variant === 'linear' ? 'downward' : 'inverse', ...texts, weight },
    };
  };
}

/** A target of two bounds, in proportion outside them. */
export const withinRange: Make = (random, weight) => {
  const texts = { low: '90', high: '95', actual: decimalOf(random.whole(850, 1000), 1) };
  return {
    bound: { kind: 'quantitative', unit: '%', comparator: 'gte', target: '90%-95%', rule: { type: 'range', outside: 'proportional', onMissing: 'block_submit' } },
    typed: { actual: `${texts.actual}%` },
    formula: { kind: 'range', ...texts, weight },
  };
};

/** A deadline: on time or not. */
export const onTime: Make = (random, weight) => {
  const day = `2024-${random.pick(['11', '12', '12', '12'])}-${random.whole(10, 30)}`;
  const [, month = '', ofMonth = ''] = day.split('-');
  const done = random.chance(93) ? day : `2025-01-${random.whole(10, 30)}`;
  const typed = done === day && random.chance(60) ? `2024年${month}月${ofMonth}日` : done;
  return {
    bound: { kind: 'quantitative', unit: '', comparator: 'lte', target: '12月31日前', rule: { type: 'date', late: 'zero', onMissing: 'block_submit' } },
    typed: { actual: typed },
    formula: { kind: 'deadline', due: '2024-12-31', done, weight },
  };
};

/** The three official tiers; the points are judged inside the tier's interval. `share` is in hundredths of the weight. */
export const judgedByTier: Make = (random, weight) => {
  const [tier, share] = random.chance(85) ? (['达成年度指标', random.pick([100, 100, 100, 95, 90, 80])] as const) : (['部分达成年度指标并具有一定效果', random.pick([60, 70, 75])] as const);
  const points = share === 100 ? weight : timesHundredths(weight, share);
  return {
    bound: { kind: 'qualitative', unit: '', comparator: 'gte', target: '持续提升', rule: { type: 'tier_judgement', onMissing: 'block_submit' } },
    typed: { tier, judged_points: points, actual: '按计划完成各项工作，机制运行平稳，取得预期效果。' },
    formula: { kind: 'judged', points, weight },
  };
};

/** 服务对象满意度 by bands (财预〔2021〕101号): from 90 % full, 80 % eight tenths, 60 % five tenths. */
export const satisfactionBands: Make = (random, weight) => {
  const actual = decimalOf(random.whole(random.chance(90) ? 780 : 500, 1000), 1);
  const bands = [
    { atLeast: '90', points: weight },
    { atLeast: '80', points: timesHundredths(weight, 80) },
    { atLeast: '60', points: timesHundredths(weight, 50) },
  ];
  const rule: ScoringRule = { type: 'band_table', measure: { kind: 'target_actual' }, bands, otherwise: '0', onMissing: 'block_submit', onZeroDenominator: 'full' };
  return {
    bound: { kind: 'quantitative', unit: '%', comparator: 'gte', target: '≥90%', rule },
    typed: { actual: random.chance(85) ? `${actual}%` : actual },
    formula: { kind: 'bands', numerator: actual, denominator: null, bands, otherwise: '0', weight },
  };
};

function timesHundredths(weight: string, hundredths: number): string {
  const [whole = '', decimals = ''] = weight.split('.');
  return decimalOf(BigInt(whole + decimals) * BigInt(hundredths), decimals.length + 2);
}
