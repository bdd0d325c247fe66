import { compare, ZERO } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { claimedPoints } from './claimed-points';

/** A rule that demands evidence has some, once the indicator claims points; what claims none has nothing to prove. */
export const evidenceMissing: Check = {
  id: 'E01',
  title: '要求佐证的指标附有佐证材料',
  levels: ['E'],
  answer: 'attach',
  explains: '评分规则要求佐证材料的指标，得分高于 0 分的须上传佐证材料。',
  source: '指标体系评分规则；复核通行做法（无佐证材料的不得分）',
  leaf: (context, { entry, item, key, place }): CheckOutcome[] => {
    if (entry.rule.evidence !== 'required') return [];
    const points = claimedPoints(item);
    if (points === null || compare(points, ZERO) <= 0 || context.evidence.some(({ indicator }) => indicator === key)) return [];
    const message = `${place}得 ${item.selfScore ?? item.score} 分，评分规则要求佐证材料，尚未上传，请上传。`;
    return [{ kind: 'finding', level: 'E', subject: key, message, addresses: [entry.addresses.actual], answer: 'attach' }];
  },
};
