import type { Passage } from '../prose';
import type { StatementReader } from './statement-reader';

/** The year as that of the evaluation itself. */
const EVALUATED = /(?<!\d)(20\d\d)年度?[^\d，。;:“”《》]{0,16}?(?:绩效自评|自评工作|自评报告|部门整体支出绩效)/g;
/** The year as that of the money: 2023年度全年预算数, 2023年预算执行数. */
const BUDGETED = /(?<!\d)(20\d\d)年度?(?:本?部门|我局|单位)?(?:全年|年度|部门)?(?:预算数|执行数|预算执行数|收入合计|支出合计|总收入|总支出)/g;
/** The year up to whose end figures are counted. */
const COUNTED = /截[至止](20\d\d)年(?:12月(?:底|末|31日)?|年底|底|末)/g;
/** An earlier year is spoken of as such, before or after it in its clause. */
const AS_EARLIER = /上年|上一年|以前年度|往年|历年|同期|相比|较|比|整改|连续|增长|下降|结转|对照|回头看|发现|存在的?问题|结果(?!为|是|:|“)|荣获|获得|表彰/;
/** A notice is named after the year it is about, or after the one it is sent in. */
const CITED = /《[^》]*$/;

const PATTERNS: Partial<Readonly<Record<Passage['role'], readonly RegExp[]>>> = {
  budget: [EVALUATED, BUDGETED, COUNTED],
  objectives: [EVALUATED],
  conclusion: [EVALUATED, BUDGETED],
  completion: [EVALUATED, COUNTED],
  achievements: [COUNTED],
};

/** A clause is not longer. */
const NEAR = 200;
const clauseBefore = (text: string): string => text.split(/[，。;:]/).at(-1)!;
const clauseAfter = (text: string): string => text.split(/[，。;:]/)[0]!;

/** Sentences that take one year for the evaluated one. Those that compare with, refer back to or follow up an earlier year are left out. */
export const readFiscalYear: StatementReader = ({ text }, role, quote) => {
  const patterns = PATTERNS[role];
  if (!patterns || !text.includes('20')) return [];
  const years = new Map<string, boolean>();
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, match.index - NEAR), match.index);
      const isCited = CITED.test(before);
      if (!isCited && (AS_EARLIER.test(clauseBefore(before)) || AS_EARLIER.test(clauseAfter(text.slice(match.index + match[0].length, match.index + match[0].length + NEAR))))) continue;
      years.set(match[1]!, isCited && (years.get(match[1]!) ?? true));
    }
  }
  return [...years].map(([year, isCited]) => ({ kind: 'fiscal_year', year, isCited, quote: quote() }));
};
