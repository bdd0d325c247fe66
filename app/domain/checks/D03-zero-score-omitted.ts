import { type CellAddress, fieldAddress } from '../form/cell-address';
import { fraction, isZero } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { ownLeaves } from './check-context';

const PROBLEMS = 'narrative.problems' as CellAddress;

/** Spaces and quotation marks do not decide whether a text names an indicator. */
const bare = (text: string): string => text.replace(/[\s“”‘’"'《》]/g, '');

/** 存在的主要问题 names every indicator of the department's table that scored nothing, by its name or an alias. */
export const zeroScoreOmitted: Check = {
  id: 'D03',
  title: '主要问题提到得 0 分的指标',
  levels: ['W'],
  answer: 'explain',
  explains: '得 0 分的指标应在“存在的主要问题”中提到（指标名称或别名），没有提到的请补充分析，或说明不列入的理由。',
  source: '财预〔2020〕10号（分析未完成原因）；复核通行做法',
  form: (context) => {
    const problems = bare(context.text(PROBLEMS));
    if (problems === '') return [];
    return ownLeaves(context).flatMap(({ entry, item, key, place, names }): CheckOutcome[] => {
      if (item.status !== 'scored' || isZero(entry.weight) || !isZero(fraction(item.exact))) return [];
      if (names.some((name) => problems.includes(bare(name)))) return [];
      const message = `${place}得 0 分（满分 ${item.weight} 分），“存在的主要问题”中没有提到，请补充分析，或说明不列入的理由。`;
      return [{ kind: 'finding', level: 'W', subject: key, message, addresses: [PROBLEMS, fieldAddress(entry.prefix, 'deviation')], answer: 'explain' }];
    });
  },
};
