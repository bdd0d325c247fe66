import { sourceTotal } from './A01-source-total';
import { natureTotal } from './A02-nature-total';
import { printedRate } from './A03-printed-rate';
import { yearEndCarryover } from './A04-year-end-carryover';
import { projectFundsTotal } from './A05-project-funds-total';
import { projectSpending } from './A06-project-spending';
import { overBudget } from './A07-over-budget';
import { lowExecution } from './A08-low-execution';
import { projectCount } from './B01-project-count';
import { scoreBands } from './B02-score-bands';
import { gradeOfScore } from './B03-grade';
import { weights } from './B04-weights';
import { scoreAgainstExecution } from './B05-score-against-execution';
import { lowDifferentiation } from './B06-low-differentiation';
import { unmetUnexplained } from './C01-unmet-unexplained';
import { overAchieved } from './C02-over-achieved';
import { qualitativeUnstated } from './C03-qualitative-unstated';
import { targetChanged } from './C04-target-changed';
import { sameName } from './C05-same-name';
import { unclearTarget } from './C06-unclear-target';
import { fullScoreWithoutActual } from './C07-full-score-without-actual';
import { narrativeNumber } from './D01-narrative-number';
import { twoValues } from './D02-two-values';
import { zeroScoreOmitted } from './D03-zero-score-omitted';
import { otherYear } from './D04-other-year';
import { problemMeasures } from './D05-problem-measures';
import { definitionRepeated } from './D06-definition-repeated';
import { indicatorOrder } from './D07-indicator-order';
import { untraceableProblem } from './D08-untraceable-problem';
import { evidenceMissing } from './E01-evidence-missing';
import { evidenceYear } from './E02-evidence-year';
import { evidenceReused } from './E03-evidence-reused';
import { importArtefacts } from './F01-import-artefacts';
import { numbering } from './F02-numbering';
import { requiredEmpty } from './G01-required-empty';
import { unreadable } from './G02-unreadable';
import { selfScoreReason } from './G03-self-score-reason';
import { deductionUnexplained } from './G04-deduction-unexplained';
import type { Check } from './check';
import type { FindingAnswer, FindingLevel } from './finding';

/** The groups of the catalogue (domain.md §4.3). 填报完整性 is what a form must have before it can be sent at all. */
export const CHECK_GROUPS: Readonly<Record<string, string>> = {
  A: '资金勾稽',
  B: '分值与得分',
  C: '指标与说明',
  D: '报告正文',
  E: '佐证材料',
  F: '文字规范',
  G: '填报完整性',
};

/** Every check in the order in which findings are listed. */
export const CHECKS: readonly Check[] = [
  requiredEmpty,
  unreadable,
  selfScoreReason,
  deductionUnexplained,
  sourceTotal,
  natureTotal,
  printedRate,
  yearEndCarryover,
  projectFundsTotal,
  projectSpending,
  overBudget,
  lowExecution,
  projectCount,
  scoreBands,
  gradeOfScore,
  weights,
  scoreAgainstExecution,
  lowDifferentiation,
  unmetUnexplained,
  overAchieved,
  qualitativeUnstated,
  targetChanged,
  sameName,
  unclearTarget,
  fullScoreWithoutActual,
  narrativeNumber,
  twoValues,
  zeroScoreOmitted,
  otherYear,
  problemMeasures,
  definitionRepeated,
  indicatorOrder,
  untraceableProblem,
  evidenceMissing,
  evidenceYear,
  evidenceReused,
  importArtefacts,
  numbering,
];

/** What a page that documents the checks says about one of them. */
export interface CatalogueEntry {
  readonly id: string;
  /** Name of its group: "资金勾稽". */
  readonly group: string;
  readonly title: string;
  readonly levels: readonly FindingLevel[];
  readonly text: string;
  readonly answer: FindingAnswer;
  readonly source: string;
}

/** The registry as data, in the order of the ids. */
export const CHECK_CATALOGUE: readonly CatalogueEntry[] = CHECKS.map(({ id, title, levels, explains, answer, source }) => ({
  id,
  group: CHECK_GROUPS[id[0]!]!,
  title,
  levels,
  text: explains,
  answer,
  source,
})).sort((left, right) => (left.id < right.id ? -1 : 1));
