import { fieldAddress } from '../form/cell-address';
import { compare, div, fraction, isNegative, isZero } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { allLeaves } from './check-context';
import { percentText } from './execution-lines';
import { comparisonText, targetFigures } from './target-figures';

const NOTE = fraction('1.2');
const EXPLAIN = fraction('1.3');
const TARGET_TOO_LOW = fraction('1.5');

/**
 * Far above the target (domain.md §2.4): from 120 % a note, from 130 % an explanation is required — 偏差原因 of the indicator counts as one —
 * and from 150 % the target itself is doubted. Reverse indicators and targets of 0 or less have no such ratio.
 */
export const overAchieved: Check = {
  id: 'C02',
  title: '完成值远高于目标值的说明原因',
  run: (context) =>
    allLeaves(context).flatMap((leaf): CheckOutcome[] => {
      const { entry, key, place } = leaf;
      const figures = entry.comparator === 'lt' || entry.comparator === 'lte' ? null : targetFigures(context, leaf);
      if (!figures || isZero(figures.target) || isNegative(figures.target)) return [];
      const ratio = div(figures.actual, figures.target);
      if (compare(ratio, NOTE) < 0) return [];
      const deviation = fieldAddress(entry.prefix, 'deviation');
      const shared = { kind: 'finding', subject: key, addresses: [deviation, fieldAddress(entry.prefix, 'actual')] } as const;
      const facts = `${place}完成值为目标值的 ${percentText(ratio)}（${comparisonText(figures, '>')}）`;
      if (compare(ratio, EXPLAIN) < 0) return [{ ...shared, level: 'I', message: `${facts}，请留意目标值是否偏低。`, answer: null }];
      const doubt = compare(ratio, TARGET_TOO_LOW) >= 0 ? '，目标值可能明显偏低' : '';
      return [{ ...shared, level: 'W', message: `${facts}${doubt}，请说明大幅超额完成的原因。`, answer: 'explain', answeredBy: deviation }];
    }),
};
