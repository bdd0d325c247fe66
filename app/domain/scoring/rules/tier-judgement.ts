import { fieldAddress } from '../../form/cell-address';
import { type Tier, TIER_NAMES } from '../../form/tier';
import { weightText } from '../../form/points-maximum';
import { compare, type Exact, fraction, minimum, mul, ZERO } from '../../shared/fraction';
import { figureText, numberText } from '../number-text';
import { readNumber, typedAs, valueOf } from '../read-cell';
import { TIER_ONLY } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { missingOutcome, type Outcome, type RuleHandler } from './outcome';
import { targetText } from './target-actual';

type TierJudgement = Extract<ScoringRule, { type: 'tier_judgement' }>;

/** Shares of the weight: 100–80 %(含), 80–60 %(含), 60–0 % (财预〔2020〕10号): lower bound inclusive, upper bound exclusive except the weight itself. */
const INTERVALS: Readonly<Record<Tier, { readonly from: Exact; readonly below: Exact | null }>> = {
  achieved: { from: fraction('0.8'), below: null },
  partly: { from: fraction('0.6'), below: fraction('0.8') },
  missed: { from: ZERO, below: fraction('0.6') },
};

/** The interval of a tier for a weight as people read it: "4 ≤ 得分 ≤ 5", "3 ≤ 得分 ＜ 4". */
export function tierIntervalText(tier: Tier, weight: Exact): string {
  const { from, below } = INTERVALS[tier];
  return `${numberText(mul(from, weight))} ≤ 得分 ${below === null ? `≤ ${weightText(weight)}` : `＜ ${numberText(mul(below, weight))}`}`;
}

/** Whether judged points lie inside the tier's interval. The weight as shown counts as the weight: 6.67 for 40/6. */
export function isInTier(tier: Tier, points: Exact, weight: Exact): boolean {
  const { from, below } = INTERVALS[tier];
  if (compare(points, mul(from, weight)) < 0) return false;
  if (below !== null) return compare(points, mul(below, weight)) < 0;
  return compare(points, weight) <= 0 || compare(points, fraction(weightText(weight))) <= 0;
}

/** 评判等级法: a person picks the tier, then points inside its interval; points outside are refused with the interval shown. */
export const tierJudgement: RuleHandler<TierJudgement> = {
  title: '评判等级法',
  needs: () => TIER_ONLY,
  describe: (_rule, entry) =>
    `评判等级法：${(Object.keys(INTERVALS) as Tier[]).map((tier) => `${TIER_NAMES[tier]}（${tierIntervalText(tier, entry.weight)}）`).join('；')}`,
  score: (rule, subject): Outcome => {
    const { entry } = subject;
    const target = targetText(subject);
    const tierCell = subject.read(fieldAddress(entry.prefix, 'tier'));
    const pointsCell = subject.read(fieldAddress(entry.prefix, 'judged_points'));
    const tier = valueOf(tierCell, 'tier')?.tier ?? null;
    const points = readNumber(pointsCell);
    const actual = tier === null ? '' : TIER_NAMES[tier];
    const interval = tier === null ? '' : tierIntervalText(tier, entry.weight);
    const tierStep = tier === null ? [] : [{ label: '评判等级', expression: typedAs(tierCell), result: `${actual}（${interval}）` }];
    const missing = [...(tier === null ? [tierCell] : []), ...(points === null ? [pointsCell] : [])];
    if (tier === null || points === null) return missingOutcome(rule.onMissing, missing, { target, actual, steps: tierStep });
    if (!isInTier(tier, points.value, entry.weight)) {
      const reason = `评判得分 ${numberText(points.value)} 不在“${actual}”的得分区间内，应为 ${interval}`;
      return missingOutcome(rule.onMissing, [{ ...pointsCell, parsed: { status: 'invalid', reason } }], { target, actual, steps: tierStep });
    }
    const score = minimum(points.value, entry.weight);
    return {
      status: 'scored',
      score,
      target,
      actual,
      completion: null,
      met: tier === 'achieved',
      missing: [],
      steps: [...tierStep, { label: '评判得分', expression: `${typedAs(pointsCell)}，在所选等级的得分区间内`, result: figureText(score, ' 分') }],
      gap: null,
    };
  },
};
