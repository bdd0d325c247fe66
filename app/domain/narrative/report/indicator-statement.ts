import { listItems } from '../list-items';
import type { Paragraph } from '../paragraphs';

/** An indicator as one item of a section states it: places are units of the item's body. */
export interface IndicatorStatement {
  readonly body: Paragraph;
  readonly name: Span;
  /** Between name and target; empty when there is nothing. */
  readonly definition: Span;
  readonly target: Span | null;
  /** What follows the target. */
  readonly rest: Span;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

const MAX_NAME = 30;
const TARGET =
  /(?:(?:年度|计划|预期|绩效|全年|批复的?){0,4}(?:目标值|指标值|指标目标|计划数|预期值)|(?:年度|计划|预期|绩效)目标)(?:设定|设置|确定)?(?:为|是|:|，)?/g;
/** A target written right behind the name: "12345工单按期办结率≥99%", "检查户次2.4万户次", "新增公办学位不少于3000个". */
const BEHIND_NAME =
  /^(.*?[率数额度量次值])((?:[≥≤＝=><]|不低于|不少于|不超过|不高于|达到)?\d[\d,.]*[^，。;:]*)$|^([^\d，。;:]{2,25}?)((?:不低于|不少于|不超过|不高于|控制在)\d[\d,.]*[^，。;:]*)$/;
/** The same when the whole item is no more than that: "新增公办学位 2,400 个". */
const WHOLE_ITEM = /^([^\d，。;:]{3,25}?)((?:[≥≤＝=><]|不低于|不少于|不超过|不高于|达到)?\d[\d,.]*[^\d，。;:]{1,6})[。;]?$/;
const END = /[。;，!?]/;

/** The indicator that an item begins with; null when it begins with a sentence instead of a name. */
export function indicatorStatement(body: Paragraph): IndicatorStatement | null {
  const { text } = body;
  const stop = text.search(/[。，:;≥≤=><]/);
  const head = text.slice(0, stop < 0 ? text.length : stop);
  const sign = stop >= 0 && /[≥≤=><]/.test(text[stop]!);
  const glued = sign ? null : (BEHIND_NAME.exec(head) ?? WHOLE_ITEM.exec(text));
  const inName = TARGET_START.exec(head);
  const nameEnd = inName ? inName.index : glued ? (glued[1] ?? glued[3])!.length : head.length;
  const name = { from: 0, to: nameEnd };
  if (!isName(text.slice(0, nameEnd))) return null;
  if (!inName && (sign || glued)) {
    const until = endOf(text, nameEnd);
    return { body, name, definition: { from: until, to: until }, target: { from: nameEnd, to: until }, rest: { from: skip(text, until), to: text.length } };
  }
  const marks = [...text.slice(nameEnd).matchAll(TARGET)].filter((match) => isTargetValue(text, nameEnd + match.index + match[0].length));
  const mark = marks[0];
  const after = skip(text, nameEnd);
  if (!mark) return { body, name, definition: { from: after, to: after }, target: null, rest: { from: after, to: text.length } };
  const from = nameEnd + mark.index + mark[0].length;
  const to = endOf(text, from);
  const before = trimEnd(text, after, nameEnd + mark.index);
  return { body, name, definition: { from: after, to: Math.max(after, before) }, target: { from, to }, rest: { from: skip(text, to), to: text.length } };
}

const TARGET_START = new RegExp(TARGET.source);

function isName(text: string): boolean {
  return text.length >= 2 && text.length <= MAX_NAME && !/[“”《》]?(?:根据|按照|通过|为了|我局|本部门|一是)/.test(text.slice(0, 5)) && /\p{Script=Han}/u.test(text);
}

const MAX_TARGET_LENGTH = 24;

/** "指标值有效提升" states a target, "指标值设置过于谨慎" does not. */
function isTargetValue(text: string, from: number): boolean {
  const value = text.slice(from, endOf(text, from));
  return value !== '' && value.length <= MAX_TARGET_LENGTH && !/^(?:设置|设定|的|过|完成|情况|与|和|未|已)|偏[低高]|过[低高]|谨慎|不够|不科学|不合理/.test(value);
}

function endOf(text: string, from: number): number {
  let end = from;
  while (end < text.length && !END.test(text[end]!)) end += 1;
  return end;
}

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[。，;:,、]/.test(text[at]!)) at += 1;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[，。;:,(]/.test(text[end - 1]!)) end -= 1;
  return end;
}

export interface StatedIndicators {
  /** What stands before the first item. */
  readonly intro: readonly Paragraph[];
  readonly stated: readonly IndicatorStatement[];
  /** Items that are no indicators, by paragraphs. */
  readonly others: readonly Paragraph[];
}

/**
 * The items of a section as indicators. An item that only groups others (1.产出指标 over （1）…) is looked into. `isIndicator` decides about a
 * name without a target.
 */
export function indicatorStatements(paragraphs: readonly Paragraph[], isIndicator: (name: string) => boolean): StatedIndicators {
  const { intro, items } = listItems(paragraphs);
  const stated: IndicatorStatement[] = [];
  const others: Paragraph[] = [];
  for (const { body, parts } of items) {
    const statement = indicatorStatement(body);
    const isOne = statement !== null && (statement.target !== null || isIndicator(body.text.slice(statement.name.from, statement.name.to)));
    const first = parts.length > 1 ? indicatorStatement(parts[0]!) : null;
    const isGroup = parts.length > 1 && (!isOne || (first !== null && first.target === null && !isIndicator(parts[0]!.text.slice(first.name.from, first.name.to))));
    if (isGroup) {
      const below = indicatorStatements(parts.slice(1), isIndicator);
      if (below.stated.length > 0) {
        stated.push(...below.stated);
        others.push(...below.intro, ...below.others);
        continue;
      }
    }
    if (isOne) stated.push(statement);
    else others.push(body);
  }
  return { intro, stated, others };
}
