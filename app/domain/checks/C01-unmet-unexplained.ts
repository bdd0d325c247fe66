import { compare } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { comparisonText, targetFigures } from './target-figures';

/** An approved target that is not met wants 偏差原因分析及改进措施. Qualitative: any tier but the best is not met. */
export const unmetUnexplained: Check = {
  id: 'C01',
  title: '未达目标的指标说明偏差原因',
  levels: ['E'],
  answer: 'correct',
  explains: '没有达到批复目标值的指标，须填写偏差原因分析及改进措施；定性指标只有“达成年度指标”算达到。',
  source: '财预〔2020〕10号（未完成绩效目标的分析原因、提出改进措施）',
  leaf: (context, leaf): CheckOutcome[] => {
    const { entry, item, key, place } = leaf;
    if (entry.targetText === null || item.met !== false || item.deviationExplanation !== '') return [];
    const figures = targetFigures(context, leaf);
    const isJudged = entry.rule.type === 'tier_judgement';
    const detail = figures ? comparisonText(figures, compare(figures.actual, figures.target) < 0 ? '<' : '>') : `目标“${entry.targetText}”，${isJudged ? '评判为' : '完成'}“${item.actual}”`;
    const addresses = [entry.addresses.deviation, isJudged ? entry.addresses.tier : entry.addresses.actual];
    return [{ kind: 'finding', level: 'E', subject: key, message: `${place}未达目标（${detail}），请填写偏差原因。`, addresses, answer: 'correct' }];
  },
};
