import type { CellAddress } from '../form/cell-address';
import { numberText } from '../scoring/number-text';
import type { ItemScore } from '../scoring/score-sheet';
import { absolute, compare, type Exact, maximum, sub, sum } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { Check, CheckOutcome } from './check';
import { type CheckContext, type CheckedTable, isCounted, wholeTable } from './check-context';
import { claimedPoints } from './claimed-points';
import { tolerance } from './money-sums';
import { comparePrinted, type PrintedAs } from './printed-digits';
import { quotedAddresses } from './quoted-address';
import type { StatedTotal } from './stated-total';

const ASK_BUREAU = '请核对；指标体系或批复的指标有误的，请联系财政局';

function weightOutcome(subject: string, what: string, actual: Exact, expected: Exact): CheckOutcome[] {
  if (compare(actual, expected) === 0) return [];
  const message = `${what}分值合计 ${numberText(actual)} 分，应为 ${numberText(expected)} 分，${ASK_BUREAU}。`;
  return [{ kind: 'finding', level: 'E', subject, message, addresses: [], answer: 'correct' }];
}

/** Parents first: where one of them is wrong, the whole is wrong for the same reason. */
function weightOutcomes({ subject, place, title, leaves, expectedWeight, parents }: CheckedTable): CheckOutcome[] {
  const tail = subject === '' ? '' : `${subject}.`;
  const below = parents.flatMap(({ key, name, weight, children }) => weightOutcome(`${tail}${key}`, `${place}“${name}”`, sum(children), weight));
  if (below.length > 0 || expectedWeight === null) return below;
  return weightOutcome(subject, title, sum(leaves.filter(isCounted).map(({ entry }) => entry.weight)), expectedWeight);
}

function scoreOutcomes(item: ItemScore, weight: Exact, subject: string, place: string, addresses: readonly CellAddress[]): CheckOutcome[] {
  const points = claimedPoints(item);
  if (points === null || compare(points, maximum(weight, fraction(item.weight))) <= 0) return [];
  const message = `${place}得分 ${numberText(points)} 分超过分值 ${item.weight} 分，${ASK_BUREAU}。`;
  return [{ kind: 'finding', level: 'E', subject, message, addresses, answer: 'correct' }];
}

/** The execution line beside the indicators: a grand total typed into its score cell shows here. */
function executionOutcomes({ subject, place, execution }: CheckedTable): CheckOutcome[] {
  if (execution === null || execution.score === null) return [];
  return scoreOutcomes(execution.score, fraction(execution.score.weight), subject === '' ? 'execution' : `${subject}.execution`, `${place}预算执行率`, [execution.executed]);
}

function totalOutcome(printedAs: PrintedAs, total: string, added: string, subject: string): CheckOutcome {
  if (printedAs === 'rounded') return { kind: 'confirmation', message: `${total}，各项得分相加为 ${added} 分，两者一致。`, addresses: [] };
  const shared = { kind: 'finding', subject, addresses: [] } as const;
  if (printedAs === 'truncated') return { ...shared, level: 'I', message: `${total}，各项得分相加为 ${added} 分，总分是舍去尾数的结果。`, answer: null };
  return { ...shared, level: 'E', message: `${total}，各项得分相加为 ${added} 分，请核对。`, answer: 'correct' };
}

/** A printed total against the printed scores; nothing can be added while one of them is not legible. */
function printedTotalOutcomes({ subject, place, leaves, execution, expectedWeight, printedTotal }: CheckedTable): CheckOutcome[] {
  if (printedTotal === null || expectedWeight === null) return [];
  const items = [...(execution?.score ? [execution.score] : []), ...leaves.filter(isCounted).map(({ item }) => item)];
  const scores = items.flatMap((item) => item.selfScore ?? []);
  if (scores.length < items.length) return [];
  const added = sum(scores.map(fraction));
  const apart = absolute(sub(added, fraction(printedTotal.score)));
  const printedAs = compare(apart, tolerance([...scores, printedTotal.score])) <= 0 ? 'rounded' : comparePrinted(printedTotal.score, added);
  return [totalOutcome(printedAs, `${place}总分印为 ${printedTotal.text}`, numberText(added), subject === '' ? 'total' : `${subject}.total`)];
}

/** A total stated in prose against the form's own: the computed one, or the sum of 自评得分. */
function statedTotalOutcomes(context: CheckContext): CheckOutcome[] {
  const whole = wholeTable(context);
  if (!whole?.total?.isComplete) return [];
  const { exact, score, selfScore } = whole.total;
  const stated = context.prose.statements.filter((statement): statement is StatedTotal => statement.kind === 'total_score');
  return stated.map((statement, index) => {
    const { quote } = statement;
    const isOwn = [score, selfScore].some((own) => own !== null && compare(fraction(own), fraction(statement.score)) === 0);
    const printedAs = isOwn ? 'rounded' : comparePrinted(statement.score, fraction(exact));
    const outcome = totalOutcome(printedAs, `“${quote.title}”中总分写作 ${statement.score} 分`, numberText(fraction(exact)), `stated.${index + 1}`);
    return { ...outcome, addresses: quotedAddresses(context, [quote]), quotes: [quote] };
  });
}

/**
 * Leaf weights sum to the table's total, a parent's weight equals the sum below it, no score exceeds its weight (as it is or as it is shown: 6.67 of 20/3), the
 * total is the sum of the scores.
 */
export const weights: Check = {
  id: 'B04',
  title: '分值合计、得分不超过分值、总分等于各项之和',
  levels: ['E', 'I'],
  answer: 'correct',
  explains: '各项分值合计应等于本表总分值（100 分，另列预算执行率 10 分的为 90 分，表内另有规定的从其规定），上级指标分值应等于下级之和，得分不得超过分值，总分应等于各项得分之和；总分只舍去尾数的仅作提示。',
  source: '财预〔2020〕10号（权重设置）',
  form: (context) => statedTotalOutcomes(context),
  table: (_context, table) => [...weightOutcomes(table), ...executionOutcomes(table), ...printedTotalOutcomes(table)],
  leaf: (_context, { entry, item, key, place }) => scoreOutcomes(item, entry.weight, key, place, [entry.addresses.selfScore]),
};
