import { fieldAddress } from '../form/cell-address';
import { compare, fraction } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { allLeaves } from './check-context';

/** 自评得分 is the whole weight while 实际完成值 is empty. */
export const fullScoreWithoutActual: Check = {
  id: 'C07',
  title: '得满分的指标填有实际完成值',
  run: (context) =>
    allLeaves(context).flatMap(({ entry, item, key, place }): CheckOutcome[] => {
      const actual = fieldAddress(entry.prefix, 'actual');
      if (!context.model.byAddress.has(actual) || context.text(actual) !== '') return [];
      if (item.selfScore === null || compare(fraction(item.selfScore), fraction(item.weight)) < 0) return [];
      const message = `${place}自评得分 ${item.selfScore} 分（满分 ${item.weight} 分），但没有填写实际完成值，请补填完成值。`;
      return [{ kind: 'finding', level: 'E', subject: key, message, addresses: [actual, fieldAddress(entry.prefix, 'self_score')], answer: null }];
    }),
};
