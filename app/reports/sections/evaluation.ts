import { type IndicatorEntry, indicatorEntries } from '~/app/domain/form/indicator-entry';
import type { Snapshot } from '~/app/domain/form/snapshot';
import type { ItemScore, LiveScoreSheet } from '~/app/domain/scoring/score-sheet';
import { fundSourceSchema } from '~/app/domain/shared/fund-source';
import { GRADE_NAMES } from '~/app/domain/shared/grade';
import { compare } from '~/app/domain/shared/fraction';
import { fraction } from '~/app/domain/shared/fraction-text';
import { type FormFigures, NOT_FILLED } from '../form-figures';
import { paragraphsOf, printableText } from '../printable-text';
import type { ReportParagraph, ReportSection } from '../report-model';
import { fundName, scoreBands } from '../score-bands';
import { targetWords } from './basics';
import { orNotFilled, paragraph, section } from './section';

/** 二、综合评价分析. */
export function evaluationSection(snapshot: Snapshot, sheet: LiveScoreSheet, figures: FormFigures): ReportSection {
  return section('二、综合评价分析', [
    section('（一）自评结论综述', conclusionParagraphs(snapshot, sheet, figures)),
    section('（二）各重点工作任务绩效目标完成情况分析', slotParagraphs(snapshot, sheet, figures)),
    section('（三）主要工作成效', orNotFilled(paragraphsOf(figures.text('narrative.achievements')))),
  ]);
}

function conclusionParagraphs(snapshot: Snapshot, sheet: LiveScoreSheet, figures: FormFigures): ReportParagraph[] {
  const { total } = sheet;
  const counted = sheet.items.filter(({ partOf }) => partOf === null);
  const excluded = counted.filter(({ status }) => status === 'excluded').length;
  const parts = sheet.items.length - counted.length;
  const self = total.selfScore === null ? '' : `，自评得分合计${total.selfScore}分`;
  const note = total.roundingNote === null ? '' : '总分按各项未取整的得分计算，与各项显示数之和的差异见附件1说明。';
  return [
    paragraph(`按照${printableText(snapshot.bureau.name)}${snapshot.round.fiscalYear}年度财政资金支出绩效自评工作部署，${projectWords(snapshot, sheet)}`),
    ...(sheet.projects.length === 0 ? [] : [paragraph(distributionWords(snapshot, sheet))]),
    paragraph(
      `部门整体支出绩效自评共${counted.length}项评价指标${parts === 0 ? '' : `（另有${parts}项分项指标计入其中）`}${excluded === 0 ? '' : `，其中不适用${excluded}项`}，` +
        `系统测算得分${total.score}分${self}，自评结果为“${GRADE_NAMES[total.grade]}”。${note}`,
    ),
    ...paragraphsOf(figures.text('narrative.conclusion')),
  ];
}

function projectWords(snapshot: Snapshot, sheet: LiveScoreSheet): string {
  const count = sheet.projects.length;
  if (count === 0) return `本部门${snapshot.round.fiscalYear}年度没有纳入自评范围的项目支出，组织开展了部门整体支出绩效自评。`;
  const funds = fundSourceSchema.options.flatMap((source) => {
    const number = sheet.projects.filter(({ fundSource }) => fundSource === source).length;
    return number === 0 ? [] : [`${fundName(source)}项目${number}个`];
  });
  return `本部门组织对预算年度内${count}个项目支出开展了绩效自评，其中${funds.join('、')}，并开展了部门整体支出绩效自评。`;
}

function distributionWords(snapshot: Snapshot, sheet: LiveScoreSheet): string {
  const bands = scoreBands(snapshot.projectForm, sheet.projects).map(({ label, projects }) => `${label}${projects.length}个`);
  return `项目支出绩效自评得分分布为：${bands.join('，')}，合计${sheet.projects.length}个。`;
}

function slotParagraphs(snapshot: Snapshot, sheet: LiveScoreSheet, figures: FormFigures): ReportParagraph[] {
  const slots = indicatorEntries(snapshot).filter((entry) => entry.origin === 'slot');
  return slots.map((entry, index) => paragraph(`${index + 1}.${printableText(entry.name)}。${slotSentence(entry, sheet.items[index]!, figures)}`));
}

const closed = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);

function slotSentence(entry: IndicatorEntry, item: ItemScore, figures: FormFigures): string {
  const explanation = printableText(item.deviationExplanation);
  const stated = JUDGED.includes(item.ruleType) ? printableText(figures.text(entry.addresses.actual)) : '';
  return [
    item.status === 'excluded' ? '本项不适用，不计分。' : `${targetPart(entry, item)}，${resultPart(entry, item)}，${scoreWords(item)}。`,
    stated === '' ? '' : closed(stated),
    explanation === '' ? '' : closed(`${item.met === false ? '偏差原因及改进措施' : '情况说明'}：${explanation}`),
  ].join('');
}

/** Rules by which a person judges: 实际完成情况 is prose and stands by itself. */
const JUDGED: readonly ItemScore['ruleType'][] = ['tier_judgement', 'manual'];

function targetPart({ target }: IndicatorEntry, item: ItemScore): string {
  return `${target?.kind === 'date' ? '目标时限' : '目标值'}${targetWords(item.target) || NOT_FILLED}`;
}

function resultPart({ target }: IndicatorEntry, item: ItemScore): string {
  const actual = printableText(item.actual) || NOT_FILLED;
  if (item.ruleType === 'tier_judgement') return `评判等级为“${actual}”${item.met === false ? '，未达到目标值' : ''}`;
  if (item.ruleType === 'manual') return '按完成情况评分';
  if (target?.kind === 'date') return `完成时间${actual}${item.met === false ? '，逾期' : ''}`;
  const rate = item.completionRate === null ? '' : `，完成率${item.completionRate}%`;
  return `完成值${actual}${rate}${item.met === false ? '，未达到目标值' : ''}`;
}

/** The self score is named beside the system's only where they differ, then with its reason. */
function scoreWords(item: ItemScore): string {
  const differs = item.selfScore !== null && compare(fraction(item.selfScore), fraction(item.score)) !== 0;
  if (!differs) return `得${item.score}分（分值${item.weight}分）`;
  const reason = printableText(item.selfScoreReason);
  return `系统测算得${item.score}分，自评得${item.selfScore}分（分值${item.weight}分${reason === '' ? '' : `；自评说明：${reason}`}）`;
}
