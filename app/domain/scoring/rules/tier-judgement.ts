import { weightText } from '../../form/points-maximum';
import { type Tier, TIER_NAMES } from '../../form/tier';
import { compare, type Exact, mul } from '../../shared/fraction';
import { constant } from '../../shared/fraction-text';
import type { Derivation } from '../derivation';
import type { Condition, Expression } from '../expression/expression';
import { numberText } from '../number-text';
import { readNumber, valueOf, wordsStep } from '../read-cell';
import { TIER_ONLY } from '../rule-needs';
import type { ScoringRule } from '../scoring-rule';
import { missingOutcome, type Outcome, readOwn, type RuleHandler, scored } from './outcome';
import { targetText } from './target-actual';

type TierJudgement = Extract<ScoringRule, { type: 'tier_judgement' }>;

/** Shares of the weight: 100–80 %(含), 80–60 %(含), 60–0 % (财预〔2020〕10号): lower bound inclusive, upper bound exclusive except the weight itself. */
const INTERVALS: Readonly<Record<Tier, { readonly from: string; readonly below: string | null }>> = {
  achieved: { from: '0.8', below: null },
  partly: { from: '0.6', below: '0.8' },
  missed: { from: '0', below: '0.6' },
};

const shareOfWeight = (share: string): Expression => ({ op: 'multiply', of: [{ number: share }, 'weight'] });

/** The interval of a tier for a weight as people read it: "4 ≤ 得分 ≤ 5", "3 ≤ 得分 ＜ 4". */
export function tierIntervalText(tier: Tier, weight: Exact): string {
  const { from, below } = INTERVALS[tier];
  const upper = below === null ? `≤ ${weightText(weight)}` : `＜ ${numberText(mul(constant(below), weight))}`;
  return `${numberText(mul(constant(from), weight))} ≤ 得分 ${upper}`;
}

/** Whether judged points lie inside the tier's interval. The weight as shown counts as the weight: 6.67 for 40/6. */
export function isInTier(tier: Tier, points: Exact, weight: Exact): boolean {
  const { from, below } = INTERVALS[tier];
  if (compare(points, mul(constant(from), weight)) < 0) return false;
  if (below !== null) return compare(points, mul(constant(below), weight)) < 0;
  return compare(points, weight) <= 0 || compare(points, constant(weightText(weight))) <= 0;
}

/** Each tier with its interval, and the rule in words: the same for every leaf of a weight. */
function tierTexts(weight: Exact): Readonly<Record<Tier | 'rule', string>> {
  const known = textsOfWeight.get(weight);
  if (known) return known;
  const named = (tier: Tier): string => `${TIER_NAMES[tier]}（${tierIntervalText(tier, weight)}）`;
  const tiers = { achieved: named('achieved'), partly: named('partly'), missed: named('missed') };
  const texts = { ...tiers, rule: `评判等级法：${tiers.achieved}；${tiers.partly}；${tiers.missed}` };
  textsOfWeight.set(weight, texts);
  return texts;
}

const textsOfWeight = new WeakMap<Exact, Readonly<Record<Tier | 'rule', string>>>();

/** 评判等级法: a person picks the tier, then points inside its interval; points outside are refused with the interval shown. */
export const tierJudgement: RuleHandler<TierJudgement> = {
  title: '评判等级法',
  needs: () => TIER_ONLY,
  describe: (_rule, entry) => tierTexts(entry.weight).rule,
  score: (rule, subject): Outcome => {
    const { entry, derive } = subject;
    const target = targetText(entry);
    const tierCell = readOwn(subject, 'tier');
    const pointsCell = readOwn(subject, 'judged_points');
    const tier = valueOf(tierCell, 'tier')?.tier ?? null;
    const points = readNumber(pointsCell, 'judged');
    const actual = tier === null ? '' : TIER_NAMES[tier];
    if (tier !== null) derive.note(wordsStep(tierCell, tierTexts(entry.weight)[tier]));
    const missing = [...(tier === null ? [tierCell] : []), ...(points === null ? [pointsCell] : [])];
    if (tier === null || points === null) return missingOutcome(subject, rule.onMissing, missing, { target, actual });
    if (!isInTier(tier, points.value, entry.weight)) {
      const reason = `评判得分 ${numberText(points.value)} 不在“${actual}”的得分区间内，应为 ${tierIntervalText(tier, entry.weight)}`;
      return missingOutcome(subject, rule.onMissing, [{ ...pointsCell, parsed: { status: 'invalid', reason } }], { target, actual });
    }
    derive.read(points);
    const { from, below } = INTERVALS[tier];
    const upper: Condition = below === null ? { is: 'lte', left: 'judged', right: { number: weightText(entry.weight) } } : { is: 'lt', left: 'judged', right: shareOfWeight(below) };
    derive.decide({ all: [{ is: 'gte', left: 'judged', right: shareOfWeight(from) }, upper] }, () => 'in_interval');
    scoreJudged(subject.derive, points.value, entry.weight);
    return scored(subject, { target, actual }, tier === 'achieved');
  },
};

/** Judged points are the score; full marks typed as shown (6.67 of 40/6) are the exact weight. */
export function scoreJudged(derive: Derivation, judged: Exact, weight: Exact): void {
  if (compare(judged, weight) > 0) {
    derive.decide({ is: 'gt', left: 'judged', right: 'weight' }, () => 'judged_as_weight');
    derive.score('weight');
  } else derive.score('judged');
}
