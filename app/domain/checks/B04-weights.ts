import type { CellAddress } from '../form/cell-address';
import { fieldAddress } from '../form/cell-address';
import { numberText } from '../scoring/number-text';
import type { ItemScore, ScoreTotal } from '../scoring/score-sheet';
import { compare, type Exact, fraction, sum } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import { allLeaves, type CheckContext } from './check-context';

const ASK_BUREAU = '请联系财政局核对指标体系或批复的指标';

function weightOutcome(subject: string, what: string, actual: Exact, expected: Exact, addresses: readonly CellAddress[]): CheckOutcome[] {
  if (compare(actual, expected) === 0) return [];
  const message = `${what}分值合计 ${numberText(actual)} 分，应为 ${numberText(expected)} 分，${ASK_BUREAU}。`;
  return [{ kind: 'finding', level: 'E', subject, message, addresses, answer: null }];
}

const weightOf = (items: readonly ItemScore[]): Exact => sum(items.map((item) => fraction(item.exactWeight)));

/** Without an inapplicable item the unrounded total is the plain sum of what the items count. */
function totalOutcome(subject: string, what: string, items: readonly ItemScore[], total: ScoreTotal): CheckOutcome[] {
  const added = sum(items.map((item) => fraction(item.exact)));
  if (items.some((item) => item.status === 'excluded') || compare(added, fraction(total.exact)) === 0) return [];
  const message = `${what}各项得分相加为 ${numberText(added)} 分，总分为 ${numberText(fraction(total.exact))} 分，${ASK_BUREAU}。`;
  return [{ kind: 'finding', level: 'E', subject, message, addresses: [], answer: null }];
}

function scoreOutcomes(context: CheckContext): CheckOutcome[] {
  return allLeaves(context).flatMap(({ item, entry, key, place }): CheckOutcome[] => {
    if (compare(fraction(item.exact), entry.weight) <= 0) return [];
    const message = `${place}得分 ${numberText(fraction(item.exact))} 分超过分值 ${item.weight} 分，${ASK_BUREAU}。`;
    return [{ kind: 'finding', level: 'E', subject: key, message, addresses: [fieldAddress(entry.prefix, 'self_score')], answer: null }];
  });
}

/** Leaf weights sum to the table's total, a first-level weight equals the sum below it, no score exceeds its weight, the total is the sum. */
export const weights: Check = {
  id: 'B04',
  title: '分值合计、得分不超过分值、总分等于各项之和',
  run: (context) => {
    const { sheet, snapshot, projects } = context;
    const form = snapshot.projectForm;
    const table = weightOutcome('', '部门整体指标', weightOf(sheet.items), fraction(snapshot.system.totalWeight), []);
    const perProject = projects.flatMap(({ binding, score, place }) => [
      ...form.primaries.flatMap((primary) => {
        const below = score.items.filter((item) => item.primary === primary.name);
        return weightOutcome(`${binding.code}.${form.primaries.indexOf(primary) + 1}`, `${place}“${primary.name}”`, weightOf(below), fraction(primary.weight), []);
      }),
      ...totalOutcome(binding.code, place, [score.execution, ...score.items], score.total),
    ]);
    return [...table, ...totalOutcome('total', '部门整体', sheet.items, sheet.total), ...perProject, ...scoreOutcomes(context)];
  },
};
