import type { Snapshot } from '~/app/domain/form/snapshot';
import type { LiveScoreSheet } from '~/app/domain/scoring/score-sheet';
import { chinaDate } from '~/app/domain/shared/deadline';
import { distributionTable } from './attachments/distribution-table';
import { indicatorTable } from './attachments/indicator-table';
import { projectTable } from './attachments/project-table';
import { formFigures } from './form-figures';
import { numberedParagraphsOf, printableText } from './printable-text';
import type { ReportAttachment, ReportFacts, ReportModel } from './report-model';
import { basicsSection } from './sections/basics';
import { evaluationSection } from './sections/evaluation';
import { orNotFilled, section } from './sections/section';

export interface ReportSources {
  readonly snapshot: Snapshot;
  readonly sheet: LiveScoreSheet;
  readonly facts: ReportFacts;
}

/**
 * The 部门整体支出绩效自评报告 of one snapshot and its scores (structure: domain.md §4.1). Pure: the same sources give the same model. Works on
 * an unfinished form too, where what is missing is printed as such.
 */
export function buildReportModel({ snapshot, sheet, facts }: ReportSources): ReportModel {
  const figures = formFigures(snapshot);
  const departmentName = printableText(snapshot.department.name);
  const { fiscalYear } = snapshot.round;
  const titleLines = [`${departmentName}${fiscalYear}年`, '部门整体支出绩效自评报告'];
  return {
    titleLines,
    title: titleLines.join(''),
    bureauName: printableText(snapshot.bureau.name),
    departmentName,
    fiscalYear,
    demo: snapshot.demo,
    runningHead: runningHead(facts),
    sections: [
      basicsSection(snapshot, sheet, figures),
      evaluationSection(snapshot, sheet, figures),
      section('三、存在的主要问题', orNotFilled(numberedParagraphsOf(figures.text('narrative.problems')))),
      section('四、下一步改进措施', orNotFilled(numberedParagraphsOf(figures.text('narrative.measures')))),
    ],
    attachments: attachmentsOf(snapshot, sheet),
    signature: { name: departmentName, date: facts.submittedAt === null ? null : chinaDate(facts.submittedAt) },
  };
}

function attachmentsOf(snapshot: Snapshot, sheet: LiveScoreSheet): ReportAttachment[] {
  const tables = sheet.projects.length === 0 ? [indicatorTable] : [indicatorTable, projectTable, distributionTable];
  return tables.map((table, index) => table(`附件${index + 1}`, snapshot, sheet));
}

function runningHead({ submittedAt, submissionNumber }: ReportFacts): string {
  if (submittedAt === null) return '尚未报送';
  return `${chinaDate(submittedAt)}报送${submissionNumber === null ? '' : `（第${submissionNumber}次）`}`;
}
