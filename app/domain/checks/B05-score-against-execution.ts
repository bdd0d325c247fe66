import { fieldAddress, projectExecutionPrefix, projectFundingAddress } from '../form/cell-address';
import { compare, div, fraction, isZero, sub, sum } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { executionLines, percentText } from './execution-lines';

const RED_LAMP = fraction('0.05');

/** A project's indicators score higher than its money was spent: (score rate − execution rate) ÷ score rate > 5 % (domain.md §2.8, red lamp). */
export const scoreAgainstExecution: Check = {
  id: 'B05',
  title: '指标得分率与预算执行率相称',
  run: (context) => {
    const lines = new Map(executionLines(context).map((line) => [line.subject, line]));
    return context.projects.flatMap(({ binding, score, place }): CheckOutcome[] => {
      const rate = lines.get(binding.code)?.rate;
      const counted = score.items.filter((item) => item.status !== 'excluded');
      const weight = sum(counted.map((item) => fraction(item.exactWeight)));
      const points = sum(counted.map((item) => fraction(item.exact)));
      if (rate === null || rate === undefined || isZero(weight) || isZero(points) || counted.some((item) => item.status === 'missing')) return [];
      const scoreRate = div(points, weight);
      const gap = div(sub(scoreRate, rate), scoreRate);
      if (compare(gap, RED_LAMP) <= 0) return [];
      const message = `${place}指标得分率 ${percentText(scoreRate)}，预算执行率 ${percentText(rate)}，相差 ${percentText(gap)}（以得分率为基数），超过 5%，请说明资金未相应支出的原因。`;
      const addresses = [projectFundingAddress(binding.code, 'total', 'executed'), fieldAddress(projectExecutionPrefix(binding.code), 'deviation')];
      return [{ kind: 'finding', level: 'W', subject: binding.code, message, addresses, answer: 'explain', answeredBy: fieldAddress(projectExecutionPrefix(binding.code), 'deviation') }];
    });
  },
};
