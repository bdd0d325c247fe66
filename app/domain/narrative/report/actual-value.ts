import { inUnit } from '../figure-value';
import { placedFigures, type PlacedFigure } from '../find-figures';
import type { Passage } from '../prose';
import { isOtherTime } from '../said-of';
import type { IndicatorStatement, Span } from './indicator-statement';

/** What an item states as its result. `words`: text, for a target in words. */
export type ActualStatement =
  | { readonly kind: 'figure'; readonly span: Span; readonly value: string; readonly figure: PlacedFigure['figure']; readonly assumptions: readonly string[] }
  | { readonly kind: 'supposed'; readonly span: Span; readonly value: string; readonly assumptions: readonly string[] }
  | { readonly kind: 'words'; readonly span: Span }
  | { readonly kind: 'none'; readonly reason: string };

/** Right before a figure: it is the result. */
const RESULT = /(?:实际完成(?:值|数|率|情况)?|实际值|完成值|自评结果|实际)(?:为|是|达到?|:|，)*$/;
const SAID = /(?:为|是|达到?了?|完成了?|实现|共|合计|累计|总计|有|至|到|各类[^，。;]{0,10}|[率数额量度值]|主体|融资)(?:约|超过?|近|逾)?$/;
/** Result over target, which many items add. */
const SHARE_OF_TARGET = /(?:完成率|完成比例|完成进度)(?:为|是|达到?|:)*$/;
/** A change or a share, not the value itself. */
const CHANGE = /(?:增长|增加|提高|提升|上升|上涨|下降|减少|降低|同比|环比|超出|超额|超|较|比|其中|占|高于|低于)[^，。;、到至]{0,8}$/;
const NOT_HAPPENED = /未(?:再)?发生|没有发生|零发生|零事故|无[^，。;]{0,8}(?:事故|事件|投诉|案件|差错)(?:发生)?/;
const NOT_DONE = /(?:未|没有|暂未|尚未)(?:能|在[^，。;]{1,12}内?)?(?:开展|实施|启动|执行|组织|进行|申报|推进|安排)/;
const WHOLE = /百分之百|百分百|实现全覆盖|全部达标|全部合格|均已办结|全部按期办结/;

/**
 * The result an item states for a numeric target in `unit`. Figures of another unit, another time, a change or a part do not count; when more
 * than one is left the item is not read. "未发生" with a target of 0 is 0, "未开展" is 0 and an explanation, both as stated assumptions.
 */
export function actualFigure(speaker: Passage, { body, rest }: IndicatorStatement, unit: string, isZeroTarget: boolean): ActualStatement {
  const { text } = body;
  const fitting = placedFigures(speaker, body).filter(
    ({ figure, from, lead }) => from >= rest.from && figure.unit !== '' && inUnit(figure, unit) !== null && !isElsewhere(before(text, rest, lead)),
  );
  const ofTarget = fitting.filter(({ lead }) => SHARE_OF_TARGET.test(before(text, rest, lead)));
  const values = fitting.filter((placed) => !ofTarget.includes(placed));
  const results = values.filter(({ lead }) => RESULT.test(before(text, rest, lead)));
  const said = values.filter(({ lead }) => SAID.test(before(text, rest, lead)));
  const chosen = [results, said, values, ofTarget].find((list) => list.length > 0) ?? [];
  const distinct = new Set(chosen.map(({ figure }) => `${figure.value}${figure.unit}`));
  const first = chosen[0];
  if (first && distinct.size === 1) {
    const { figure, from, to } = first;
    const assumptions = figure.exactness === 'exact' ? [] : [`原文不是确切数（${text.slice(first.lead, to)}），按 ${text.slice(from, to)} 读`];
    return { kind: 'figure', span: { from, to }, value: text.slice(from, to), figure, assumptions };
  }
  if (chosen.length > 1) return { kind: 'none', reason: `写了不止一个可以作完成值的数：${[...distinct].join('、')}` };
  return supposed(text, rest, unit, isZeroTarget);
}

function supposed(text: string, rest: Span, unit: string, isZeroTarget: boolean): ActualStatement {
  const tail = text.slice(rest.from);
  const nothing = NOT_HAPPENED.exec(tail);
  if (nothing && isZeroTarget) return zero(rest, nothing, unit, `“${nothing[0]}”按完成值 0 读`);
  const undone = NOT_DONE.exec(tail);
  if (undone) return zero(rest, undone, unit, `没有写完成值，“${undone[0]}”按未开展、完成值 0 读`);
  const whole = unit === '%' ? WHOLE.exec(tail) : null;
  if (whole) return { kind: 'supposed', span: spanIn(rest, whole), value: '100%', assumptions: [`“${whole[0]}”按 100% 读`] };
  return { kind: 'none', reason: tail === '' ? '没有写完成情况' : '完成情况中没有与目标同一单位的数' };
}

const spanIn = (rest: Span, match: RegExpExecArray): Span => ({ from: rest.from + match.index, to: rest.from + match.index + match[0].length });

function zero(rest: Span, match: RegExpExecArray, unit: string, assumption: string): ActualStatement {
  return { kind: 'supposed', span: spanIn(rest, match), value: `0${unit}`, assumptions: [assumption] };
}

/** What decides about a figure stands in its sentence. */
const NEAR = 200;
const before = (text: string, rest: Span, lead: number): string => text.slice(Math.max(rest.from, lead - NEAR), lead);

/** Whether the figure speaks of another time, a change or a part. */
function isElsewhere(text: string): boolean {
  const clause = text.split(/[。;]/).at(-1)!;
  return CHANGE.test(clause) || isOtherTime(clause.split('，').at(-1)!);
}

const CAUSE = /由于|因为|(?<!起)因(?!此|而|素|地|人|材|势)|原因|受[^，。;]{2,20}影响|主要是|主要系|系因|鉴于|导致|较目标[^，。;]{0,20}的?是/;

/** The sentences of the rest from the first that gives a reason; null when none does. */
export function explanationIn(text: string, rest: Span): Span | null {
  let from = rest.from;
  for (const sentence of text.slice(rest.from).match(/[^。;]*[。;]|[^。;]+$/g) ?? []) {
    if (CAUSE.test(sentence)) return { from, to: text.length };
    from += sentence.length;
  }
  return null;
}
