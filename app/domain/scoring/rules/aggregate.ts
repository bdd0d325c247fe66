import { compare, div, HUNDRED, isZero, ONE, sum } from '../../shared/fraction';
import type { Derivation } from '../derivation';
import type { Expression } from '../expression/expression';
import { rateText } from '../number-text';
import { NOTHING } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { type RuleHandler, scored, type ScoredPart, zeroDenominatorOutcome } from './outcome';

type Aggregate = Extract<ScoringRule, { type: 'aggregate' }>;

const METHODS: Readonly<Record<Aggregate['method'], string>> = { mean: '各项得分率的平均值', by_weight: '各项得分合计与分值合计之比', by_budget: '按全年预算数加权的平均得分率' };

/** 汇总计分法: the average score rate of the leaves below, or of the department's projects, times the weight (domain.md §3.3, aggregated leaf). */
export const aggregate: RuleHandler<Aggregate> = {
  title: '汇总计分法',
  needs: () => NOTHING,
  describe: (rule) => `汇总计分法：取${rule.of === 'projects' ? '本部门各项目' : '所含各指标'}${METHODS[rule.method]}，乘以分值`,
  score: (rule, subject) => {
    const { derive, parts } = subject;
    const counted = rule.method === 'by_budget' ? parts.filter((part) => part.budget !== null) : parts;
    const divisor = sum(counted.map((part) => (rule.method === 'by_weight' ? part.weight : rule.method === 'by_budget' ? part.budget! : ONE)));
    if (isZero(divisor)) {
      derive.note({ step: 'lack', label: rule.of === 'projects' ? '项目' : '所含指标', address: null, reason: '没有可以汇总的得分' });
      return zeroDenominatorOutcome(subject, rule.onZeroDenominator, '100%');
    }
    for (const part of counted) takePart(rule, part, subject.derive);
    const rate = derive.calculate('rate', '得分率', { op: 'percent', of: [rateOf(rule, counted)] }, '%');
    derive.score({ op: 'multiply', of: [{ op: 'divide', of: ['rate', { number: '100' }] }, 'weight'] });
    const met = compare(rate, HUNDRED) === 0;
    return scored(subject, { target: '100%', actual: rateText(rate), completion: { actual: rate, target: HUNDRED } }, met);
  },
};

function takePart(rule: Aggregate, part: ScoredPart, derive: Derivation): void {
  derive.take(`${part.code}.points`, `${part.name}：得分`, part.points, '分');
  if (rule.method !== 'by_budget') derive.take(`${part.code}.weight`, `${part.name}：分值`, part.weight, '分');
  else {
    derive.take(`${part.code}.rate`, `${part.name}：得分率`, div(part.points, part.weight), '');
    derive.take(`${part.code}.budget`, `${part.name}：全年预算数`, part.budget!, '万元');
  }
}

function rateOf(rule: Aggregate, parts: readonly ScoredPart[]): Expression {
  const plus = (of: readonly Expression[]): Expression => (of.length === 1 ? of[0]! : { op: 'add', of });
  const name = (part: ScoredPart, figure: string): string => `${part.code}.${figure}`;
  switch (rule.method) {
    case 'mean':
      return { op: 'divide', of: [plus(parts.map((part) => ({ op: 'divide', of: [name(part, 'points'), name(part, 'weight')] }))), { number: parts.length.toString() }] };
    case 'by_weight':
      return { op: 'divide', of: [plus(parts.map((part) => name(part, 'points'))), plus(parts.map((part) => name(part, 'weight')))] };
    case 'by_budget':
      return {
        op: 'divide',
        of: [plus(parts.map((part) => ({ op: 'multiply', of: [name(part, 'rate'), name(part, 'budget')] }))), plus(parts.map((part) => name(part, 'budget')))],
      };
  }
}
