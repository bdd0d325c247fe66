import { fieldAddress } from '../form/cell-address';
import { numberText } from '../scoring/number-text';
import { compare, type Exact, sum } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import type { CheckedTable } from './check-context';
import { claimedPoints } from './claimed-points';

const ASK_BUREAU = '请联系财政局核对指标体系或批复的指标';

function weightOutcome(subject: string, what: string, actual: Exact, expected: Exact): CheckOutcome[] {
  if (compare(actual, expected) === 0) return [];
  const message = `${what}分值合计 ${numberText(actual)} 分，应为 ${numberText(expected)} 分，${ASK_BUREAU}。`;
  return [{ kind: 'finding', level: 'E', subject, message, addresses: [], answer: 'correct' }];
}

function weightOutcomes({ subject, place, title, leaves, expectedWeight, parents }: CheckedTable): CheckOutcome[] {
  const whole = expectedWeight === null ? [] : weightOutcome(subject, title, sum(leaves.map(({ entry }) => entry.weight)), expectedWeight);
  const tail = subject === '' ? '' : `${subject}.`;
  return [
    ...whole,
    ...parents.flatMap(({ key, name, weight, children }) => weightOutcome(`${tail}${key}`, `${place}“${name}”`, sum(children), weight)),
  ];
}

/** Leaf weights sum to the table's total, a parent's weight equals the sum below it, no score exceeds its weight. */
export const weights: Check = {
  id: 'B04',
  title: '分值合计、得分不超过分值、总分等于各项之和',
  levels: ['E'],
  answer: 'correct',
  explains: '各项分值合计应等于本表总分值（100 分，另列预算执行率 10 分的为 90 分，表内另有规定的从其规定），上级指标分值应等于下级之和，得分不得超过分值，总分应等于各项得分之和。',
  source: '财预〔2020〕10号（权重设置）',
  table: (_context, table) => weightOutcomes(table),
  leaf: (_context, { entry, item, key, place }): CheckOutcome[] => {
    const points = claimedPoints(item);
    if (points === null || compare(points, entry.weight) <= 0) return [];
    const message = `${place}得分 ${numberText(points)} 分超过分值 ${item.weight} 分，${ASK_BUREAU}。`;
    return [{ kind: 'finding', level: 'E', subject: key, message, addresses: [fieldAddress(entry.prefix, 'self_score')], answer: 'correct' }];
  },
};
