import { halfWidth } from '../form/typed-text';
import type { NamedIndicator } from './prose';

/**
 * One way prose may write the name of an indicator. `full`: the name or an alias. `varied`: another suffix of the same kind (质押融资额 as
 * 质押融资金额), or the beginning of the name left out. `short`: characters in the middle left out (企业年度报告率 as 企业年报率). `bare`: without
 * its suffix, which counts only right before a figure (商事主体14.55万户).
 */
export interface NameForm {
  readonly indicator: NamedIndicator;
  readonly kind: 'full' | 'varied' | 'short' | 'bare';
  readonly pattern: string;
  /** A text without this character does not hold the form. */
  readonly opening: string;
  /** Fewer characters than this are too little to tell the name by. */
  readonly least: number;
  /** The beginning of the name that this form leaves out; the paragraph must hold it elsewhere. */
  readonly leftOut: string;
}

const SUFFIXES: readonly (readonly string[])[] = [
  ['金额', '总额', '额度', '资金额', '额'],
  ['数量', '总数', '户数', '人数', '次数', '件数', '宗数', '个数', '家数', '套数', '场数', '总量', '数'],
  ['比率', '比例', '率'],
];
/** Heads too general to speak of one indicator: 合格率, 完成率, 满意度. */
const SHORTEST = 4;
const QUOTES = '[“”‘’"\'《》()]?';

/** Name as it is looked for: half-width, without spaces, quotation marks and brackets. */
export function bareName(name: string): string {
  return halfWidth(name).replace(/[\s“”‘’"'《》()]/g, '');
}

const escaped = (char: string): string => char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const spelled = (text: string): string => [...text].map(escaped).join(QUOTES);

function suffixOf(name: string): { readonly core: string; readonly others: readonly string[]; readonly isRate: boolean } | null {
  for (const family of SUFFIXES) {
    const suffix = family.find((candidate) => name.endsWith(candidate));
    if (suffix === undefined) continue;
    const core = name.slice(0, -suffix.length);
    return core.length < SHORTEST ? null : { core, others: family.filter((other) => other !== suffix), isRate: family.includes('率') };
  }
  return null;
}

/** The first two characters and the last in place, what is between in order and none of it needed. */
function shortPattern(name: string): string | null {
  if (name.length < 6 || !/[率数额]$/.test(name)) return null;
  const chars = [...name].map(escaped);
  return `${chars[0]!}${chars[1]!}${chars.slice(2, -1).map((char) => `${char}?`).join('')}${chars.at(-1)!}`;
}

const LONGEST_LEFT_OUT = 6;

function formsOf(indicator: NamedIndicator, name: string): NameForm[] {
  const form = (kind: NameForm['kind'], opening: string, pattern: string, more: Partial<NameForm> = {}): NameForm => ({
    indicator,
    kind,
    opening,
    pattern,
    least: SHORTEST,
    leftOut: '',
    ...more,
  });
  const forms = [form('full', name[0]!, spelled(name))];
  const short = shortPattern(name);
  if (short !== null) forms.push(form('short', name[0]!, short, { least: Math.max(SHORTEST, Math.ceil(name.length / 2)) }));
  const parts = suffixOf(name);
  if (!parts) return forms;
  const { core, others, isRate } = parts;
  if (others.length > 0) forms.push(form('varied', name[0]!, `${spelled(core)}(?:${others.join('|')})`));
  if (isRate) return forms;
  forms.push(form('bare', name[0]!, spelled(core)));
  const suffixes = [name.slice(core.length), ...others].join('|');
  for (let left = 2; left <= Math.min(LONGEST_LEFT_OUT, core.length - SHORTEST); left += 1) {
    forms.push(form('varied', core[left]!, `${spelled(core.slice(left))}(?:${suffixes})`, { leftOut: core.slice(0, left) }));
  }
  return forms;
}

/** Every form of every indicator's names, long before short so that the longest reading is tried first. */
export function nameForms(indicators: readonly NamedIndicator[]): readonly NameForm[] {
  const forms = indicators.flatMap((indicator) =>
    [...new Set(indicator.names.map(bareName))].filter((name) => name.length >= SHORTEST).flatMap((name) => formsOf(indicator, name)),
  );
  const order = { full: 0, varied: 1, short: 2, bare: 3 } as const;
  return forms.sort((left, right) => order[left.kind] - order[right.kind] || right.pattern.length - left.pattern.length);
}
