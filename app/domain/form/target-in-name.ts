import { parseTarget, type ParsedTarget } from './parse-target';
import { readFigure } from './read-figure';
import { halfWidth, MAX_FIGURE_TEXT } from './typed-text';
import { isMeasure } from './units';

/** A target written into the indicator's name: "不超过20%" of 优秀比例不超过20%. It is reported, never used in place of the approved 目标值. */
export interface TargetInName {
  /** As the name writes it. */
  readonly text: string;
  readonly target: Extract<ParsedTarget, { kind: 'number' }>;
}

const NUMBERING = /^(?:★|※|\*)?(?:指标)?\s*\d{1,2}\s*[:.、](?!\d)\s*|^(?:★|※|\*)?指标\s*\d{1,2}\s*/;
const AT_THE_END = /(?:≥|≧|>=|=>|≤|≦|<=|=<|=|═|>|<|不少于|不低于|不小于|大于等于|至少|不超过|不高于|不大于|小于等于|至多|最多|控制在|达到|达)?\s*\d[\d,]*(?:\.\d+)?[^\d,;。]*$/;

/** What before a figure makes it part of a range, an ordinal, an approximation or a fall. */
const UNUSABLE = /(?:[-~～至到—第约近超逾]|下降|降低|减少|压减|不足)$/;

/**
 * The figure an indicator's name ends in, with a unit that is a measure or a counting word; null for names without one, with more than one number
 * (5000吨稻谷、500吨成品粮储备到位率), with a number inside (孕产妇7天访视数) or with a year.
 */
export function targetInName(name: string): TargetInName | null {
  if (name.length > MAX_FIGURE_TEXT) return null;
  const text = halfWidth(name).replace(NUMBERING, '');
  const end = AT_THE_END.exec(text);
  if (!end || end.index === 0 || /\d/.test(text.slice(0, end.index)) || UNUSABLE.test(text.slice(0, end.index))) return null;
  const written = end[0].trim();
  const reading = readFigure(written);
  if (!reading.ok || !isMeasure(reading.figure.unit) || (/年/.test(reading.figure.unit) && reading.figure.number.length === 4)) return null;
  const target = parseTarget(written);
  return target.kind === 'number' ? { text: written, target } : null;
}
