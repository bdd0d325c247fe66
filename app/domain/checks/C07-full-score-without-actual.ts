import { compare } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';

/** The typed or published score is the whole weight while 实际完成值 is empty. */
export const fullScoreWithoutActual: Check = {
  id: 'C07',
  title: '得满分的指标填有实际完成值',
  levels: ['E'],
  answer: 'correct',
  explains: '自评得分为满分而实际完成值空着的，得分没有依据，请补填完成值。',
  source: '财预〔2020〕10号（按完成值计分）',
  leaf: (context, { entry, item, key, place }): CheckOutcome[] => {
    const actual = entry.addresses.actual;
    if (!context.has(actual) || context.text(actual) !== '') return [];
    if (item.selfScore === null || compare(fraction(item.selfScore), fraction(item.weight)) < 0) return [];
    const message = `${place}自评得分 ${item.selfScore} 分（满分 ${item.weight} 分），但没有填写实际完成值，请补填完成值。`;
    return [{ kind: 'finding', level: 'E', subject: key, message, addresses: [actual, entry.addresses.selfScore], answer: 'correct' }];
  },
};
