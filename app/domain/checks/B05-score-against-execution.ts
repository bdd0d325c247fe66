import { compare, div, type Exact, isZero, sub, sum } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';
import { isCounted } from './check-context';
import { claimedPoints } from './claimed-points';
import { executionLine, percentText } from './execution-lines';

const RED_LAMP = fraction('0.05');

/** Indicators beside an execution line score higher than the money was spent: (score rate − execution rate) ÷ score rate > 5 % (domain.md §2.8, red lamp). */
export const scoreAgainstExecution: Check = {
  id: 'B05',
  title: '指标得分率与预算执行率相称',
  levels: ['W'],
  answer: 'explain',
  explains: '指标得分率（不含预算执行率一行）高出预算执行率超过 5%（以得分率为基数）的，请说明资金没有相应支出的原因；预算执行率一行的偏差原因可以作为说明。',
  source: '省级预算绩效管理系统自评预警规则',
  table: (context, table): CheckOutcome[] => {
    if (table.execution === null || table.execution.score === null) return [];
    const counted = table.leaves.filter((leaf) => isCounted(leaf) && leaf.item.status !== 'excluded');
    const claimed = counted.map(({ item }) => claimedPoints(item));
    const rate = executionLine(context, table)?.rate ?? null;
    if (rate === null || claimed.includes(null)) return [];
    const weight = sum(counted.map(({ item }) => fraction(item.exactWeight)));
    const points = sum(claimed as Exact[]);
    if (isZero(weight) || isZero(points)) return [];
    const scoreRate = div(points, weight);
    const gap = div(sub(scoreRate, rate), scoreRate);
    if (compare(gap, RED_LAMP) <= 0) return [];
    const { executed, deviation } = table.execution;
    const message = `${table.place}指标得分率 ${percentText(scoreRate)}，预算执行率 ${percentText(rate)}，相差 ${percentText(gap)}（以得分率为基数），超过 5%，请说明资金未相应支出的原因。`;
    const finding = { kind: 'finding', level: 'W', subject: table.subject, message, answer: 'explain' } as const;
    return [deviation === null ? { ...finding, addresses: [executed] } : { ...finding, addresses: [executed, deviation], answeredBy: deviation }];
  },
};
