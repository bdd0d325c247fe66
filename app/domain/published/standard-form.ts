import type { GradeBands } from '../form/indicator-system-version';
import type { Rounding } from '../scoring/scoring-rule';
import type { Grade } from '../shared/grade';
import { halfWidth } from '../form/typed-text';

/** What a published table is scored by: it does not print its rules, so the national ones are taken (财预〔2020〕10号). */
export const PUBLISHED_SOURCE = '财预〔2020〕10号（完成比例计分）；公布的自评表';

/** Scores are shown with two decimals; nothing is rounded before the total. */
export const PUBLISHED_ROUNDING: Rounding = { scope: 'total', digits: 2, mode: 'half_up' };

/** 90（含）优，80（含）良，60（含）中，其余差. */
export const STANDARD_BANDS: GradeBands = [
  { grade: 'excellent', atLeast: '90' },
  { grade: 'good', atLeast: '80' },
  { grade: 'fair', atLeast: '60' },
  { grade: 'poor', atLeast: '0' },
];

const GRADE_WORDS: readonly (readonly [RegExp, Grade])[] = [
  [/^优秀?$/, 'excellent'],
  [/^良好?$/, 'good'],
  [/^(?:中|一般|合格|及格)$/, 'fair'],
  [/^(?:较?差|不合格|不及格)$/, 'poor'],
];

/** The grade a printed word names: 优, 优秀, 良好, 合格, “优”等级 …; null for a word of another scale (低, A). */
export function gradeOfWord(printed: string): Grade | null {
  const word = halfWidth(printed).replace(/[\s“”"'‘’()]/g, '').replace(/(?:等级|等次|档次?|级|等)$/, '');
  return GRADE_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
