import type { Passage } from '../prose';
import type { StatementReader } from './statement-reader';

/** The year as that of the evaluation itself. */
const EVALUATED = /(?<!\d)(20\d\d)年度?[^\d，。;:“”《》]{0,16}?(?:绩效自评|自评工作|自评报告|部门整体支出绩效)/g;
/** The year as that of the money: 2023年度全年预算数, 2023年预算执行数. */
const BUDGETED = /(?<!\d)(20\d\d)年度?(?:本?部门|我局|单位)?(?:全年|年度|部门)?(?:预算数|执行数|预算执行数|收入合计|支出合计|总收入|总支出)/g;
/** The year up to whose end figures are counted. */
const COUNTED = /截[至止](20\d\d)年(?:12月(?:底|末|31日)?|年底|底|末)/g;
/** An earlier year is spoken of as such. */
const AS_EARLIER = /上年|上一年|以前年度|往年|历年|同期|相比|较|比|整改|连续|增长|下降|结转|对照|根据|按照|依据|印发|有关|精神|回头看/;

const PATTERNS: Partial<Readonly<Record<Passage['role'], readonly RegExp[]>>> = {
  budget: [EVALUATED, BUDGETED, COUNTED],
  objectives: [EVALUATED],
  conclusion: [EVALUATED, BUDGETED],
  completion: [EVALUATED, COUNTED],
  achievements: [COUNTED],
};

/** Sentences that take one year for the evaluated one. Those that compare with, refer to or follow up an earlier year are left out unless they cite the notice of the evaluation. */
export const readFiscalYear: StatementReader = ({ text }, role, quote) => {
  const patterns = PATTERNS[role];
  if (!patterns || !text.includes('20')) return [];
  const years = new Set<string>();
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (AS_EARLIER.test(text.slice(0, match.index)) || AS_EARLIER.test(text.slice(match.index + match[0].length).split(/[，。;:]/)[0]!)) continue;
      years.add(match[1]!);
    }
  }
  return [...years].map((year) => ({ kind: 'fiscal_year', year, quote: quote() }));
};
