import { compare, div, isNegative, isZero } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { percentText } from './execution-lines';
import { overAchievementOf } from './thresholds';
import { comparisonText, targetFigures } from './target-figures';

/**
 * Far above the target (domain.md §2.4): a note, then a required explanation — 偏差原因 of the indicator counts as one — then doubt in the target
 * itself. Reverse indicators and targets of 0 or less have no such ratio.
 */
export const overAchieved: Check = {
  id: 'C02',
  title: '完成值远高于目标值的说明原因',
  levels: ['W', 'I'],
  answer: 'explain',
  explains: '完成值达到目标值的 120% 提示，达到 130% 须说明原因（偏差原因可以作为说明），达到 150% 的提示目标值可能明显偏低；比例由指标体系和评分规则设定。反向指标和目标值为 0 的指标不比较。',
  source: '财预〔2020〕10号（完成值高于指标值较多的分析原因）；比例为通行做法',
  leaf: (context, leaf): CheckOutcome[] => {
    const { entry, key, place } = leaf;
    const { warnAt, explainAt, suggestAt } = overAchievementOf(context.thresholds, entry);
    const figures = entry.comparator === 'lt' || entry.comparator === 'lte' ? null : targetFigures(context, leaf);
    if (!figures || isZero(figures.target) || isNegative(figures.target)) return [];
    const ratio = div(figures.actual, figures.target);
    if (compare(ratio, warnAt) < 0) return [];
    const deviation = entry.addresses.deviation;
    const shared = { kind: 'finding', subject: key, addresses: [deviation, entry.addresses.actual] } as const;
    const facts = `${place}完成值为目标值的 ${percentText(ratio)}（${comparisonText(figures, '>')}）`;
    if (compare(ratio, explainAt) < 0) return [{ ...shared, level: 'I', message: `${facts}，请留意目标值是否偏低。`, answer: null }];
    const doubt = compare(ratio, suggestAt) >= 0 ? '，目标值可能明显偏低' : '';
    return [{ ...shared, level: 'W', message: `${facts}${doubt}，请说明大幅超额完成的原因。`, answer: 'explain', answeredBy: deviation }];
  },
};
