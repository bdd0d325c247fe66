import { readFigure } from '../form/read-figure';
import { convertUnit, parseUnit } from '../form/units';
import { ONE } from '../shared/fraction';
import type { Check, CheckOutcome } from './check';
import type { CheckContext, Leaf } from './check-context';

function differs(left: string, right: string): boolean {
  return left !== '' && right !== '' && convertUnit(ONE, parseUnit(left), parseUnit(right)) === null;
}

/** The unit typed behind an actual figure; "" when none is. On a form an actual in a foreign unit cannot be read, which G02 reports. */
function actualUnit(context: CheckContext, { entry }: Leaf): string {
  if (context.source === 'form') return '';
  const reading = readFigure(context.text(entry.addresses.actual));
  return reading.ok ? reading.figure.unit : '';
}

function problemOf(context: CheckContext, leaf: Leaf): string | null {
  const { targetText, target, kind } = leaf.entry;
  if (targetText === null || target === null || kind === 'qualitative') return null;
  if (targetText.trim() === '') return '是定量指标，但没有目标值';
  // “/” is approved as not applicable: there is nothing to be unclear about.
  if (target.kind === 'none') return null;
  if (target.kind === 'words') return `是定量指标，但目标值“${targetText}”读不出数：${target.reason}`;
  if (target.kind === 'date') return null;
  if (differs(target.unit, leaf.measureUnit)) return `目标值“${targetText}”的单位与批复的计量单位“${leaf.measureUnit}”不同，不能换算`;
  const actual = actualUnit(context, leaf);
  return differs(actual, target.unit) ? `完成值的单位“${actual}”与目标值“${targetText}”的单位不同，不能换算` : null;
}

/** The target of a quantitative indicator is a figure, in a unit that its actual value and the approved unit of measure can be converted into. */
export const unclearTarget: Check = {
  id: 'C06',
  title: '定量指标的目标值可识别、单位一致',
  levels: ['W'],
  answer: 'explain',
  explains: '定量指标的目标值读不出数、没有目标值，或者目标值、完成值、批复的计量单位之间不能换算的，不能按完成比例计分，请说明口径，或联系财政局更正。',
  source: '财预〔2020〕10号（绩效指标细化、量化）；复核通行做法',
  leaf: (context, leaf): CheckOutcome[] => {
    const problem = problemOf(context, leaf);
    if (problem === null) return [];
    const message = `${leaf.place}${problem}，请说明评价的口径，或联系财政局更正。`;
    return [{ kind: 'finding', level: 'W', subject: leaf.key, message, addresses: [leaf.entry.addresses.actual], answer: 'explain' }];
  },
};
