import type { Grade } from '../../shared/grade';
import type { StatedGradeCount, Statement } from '../prose';
import type { StatementReader } from './statement-reader';

const GRADES: readonly (readonly [RegExp, Grade])[] = [
  [/^优/, 'excellent'],
  [/^良/, 'good'],
  [/^中/, 'fair'],
  [/^(?:差|不合格|较差)/, 'poor'],
];
const WORD = '优秀?|良好?|中等?|较?差|不合格';
const gradeOf = (word: string): Grade => GRADES.find(([pattern]) => pattern.test(word))![1];

const WHOLE = /整体|部门(?:自评|支出|预算)|总分|总得分|综合得分|我局|本部门|本单位/;
const GRADE = new RegExp(`(?:自评结果|评价结果|结果|等级|等次|档次|级别|评定)(?:评?定?为|是|:|属于?)*[“"《]?(${WORD})(?:[”"》等级次档]|[，。;)]|$)`, 'g');
const COUNT = new RegExp(`[“"]?(${WORD})[”"]?(?:等级|等次|档)?(?:的)?(?:项目)?(?:有|共|为|:)?(\\d{1,6})个`, 'g');
const SCORE =
  /(?:共得分?|共计得分?|合计得分?|综合得分|综合评分|总得分|总评分|自评总分|自评得分|自评分数|自评分|评价得分|最终得分|总分|得分)(?:为|是|共|达|:)?(\d{1,3}(?:\.\d{1,9})?)分(?![以的\-—~至到]|\d{1,6}个)/g;
const INDICATORS = /(\d{1,6})[个项](?:三级|评价|绩效|考核|自评|具体)*指标(?:中)?(?:，)?(?:共|合计|总|累计|自评|计)*(?:得|评)分?/g;

/** The department's own score; a sentence about projects states none. */
export const readTotalScore: StatementReader = ({ text }, role, quote): readonly Statement[] => {
  if (role !== 'conclusion' || !text.includes('分')) return [];
  return segments(text)
    .filter(isWhole)
    .flatMap((segment) => [...segment.matchAll(SCORE)].slice(0, 1))
    .map((match) => ({ kind: 'total_score', score: match[1]!, quote: quote() }));
};

/** 优, 良, 中, 差 of the department. */
export const readGrade: StatementReader = ({ text }, role, quote): readonly Statement[] => {
  if (role !== 'conclusion') return [];
  return segments(text)
    .filter(isWhole)
    .flatMap((segment) => [...segment.matchAll(GRADE)].slice(0, 1))
    .map((match) => ({ kind: 'grade', grade: gradeOf(match[1]!), word: match[1]!, quote: quote() }));
};

export const readIndicatorCount: StatementReader = ({ text }, role, quote): readonly Statement[] => {
  if (role !== 'conclusion' || !text.includes('指标')) return [];
  return [...text.matchAll(INDICATORS)].slice(0, 1).map((match) => ({ kind: 'indicator_count', count: match[1]!, quote: quote() }));
};

/** "优16个、良3个": projects by grade, at least two grades in one sentence. */
export const readGradeCounts: StatementReader = ({ text }, role, quote): readonly Statement[] => {
  if (role !== 'conclusion' || !text.includes('项目')) return [];
  const counts = [...text.matchAll(COUNT)].map((match): StatedGradeCount => ({ grade: gradeOf(match[1]!), count: match[2]! }));
  const isOnce = new Set(counts.map(({ grade }) => grade)).size === counts.length;
  return counts.length < 2 || !isOnce ? [] : [{ kind: 'grade_counts', counts, quote: quote() }];
};

/** A sentence may speak of the projects and then of the whole department. */
function segments(text: string): readonly string[] {
  const at = text.search(/部门整体(?:支出)?(?:绩效)?自评/);
  return at > 0 && /项目/.test(text.slice(0, at)) ? [text.slice(0, at), text.slice(at)] : [text];
}

function isWhole(segment: string): boolean {
  return WHOLE.test(segment) && !/项目(?:支出)?(?:绩效)?自评/.test(segment) ? true : /\d+[个项](?:评价|绩效)?指标/.test(segment);
}
