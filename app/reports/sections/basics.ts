import { type IndicatorEntry, indicatorEntries } from '~/app/domain/form/indicator-entry';
import type { Snapshot } from '~/app/domain/form/snapshot';
import { formatMoney } from '~/app/domain/shared/decimal-format';
import { absolute, isNegative, isZero } from '~/app/domain/shared/fraction';
import { exactDecimal, fraction } from '~/app/domain/shared/fraction-text';
import { FUND_SOURCE_NAMES, fundSourceSchema } from '~/app/domain/shared/fund-source';
import type { LiveScoreSheet } from '~/app/domain/scoring/score-sheet';
import { type FormFigures, NOT_FILLED, shareText } from '../form-figures';
import { paragraphsOf, printableText } from '../printable-text';
import type { ReportParagraph, ReportSection } from '../report-model';
import { orNotFilled, paragraph, section } from './section';

/** 一、基本情况. All figures are computed from the cells; only functions, objective and key tasks are people's own words. */
export function basicsSection(snapshot: Snapshot, sheet: LiveScoreSheet, figures: FormFigures): ReportSection {
  return section('一、基本情况', [
    section('（一）部门职能', orNotFilled(paragraphsOf(figures.text('basics.functions')))),
    section('（二）部门整体收支情况', budgetParagraphs(snapshot, figures)),
    section('（三）部门整体预算绩效目标', objectiveParagraphs(snapshot, sheet, figures)),
    section('（四）部门年度重点工作任务', orNotFilled(paragraphsOf(figures.text('basics.key_tasks')))),
  ]);
}

function budgetParagraphs(snapshot: Snapshot, figures: FormFigures): ReportParagraph[] {
  const annual = figures.decimal('budget.annual_budget');
  const executed = figures.decimal('budget.executed');
  const carryover = figures.decimal('budget.year_end_carryover');
  const rate = shareText(executed, annual);
  const carryoverRate = shareText(carryover, annual);
  const withShare = (name: string, address: string): string => {
    const share = shareText(figures.decimal(address), executed);
    return `${name}${figures.money(address)}${share === null ? '' : `，占${share}`}`;
  };
  const sources = fundSourceSchema.options.filter((source) => {
    const amount = figures.decimal(`budget.source.${source}`);
    return amount !== null && !isZero(fraction(amount));
  });
  const bySource = sources.map((source) => withShare(`${FUND_SOURCE_NAMES[source]}支出`, `budget.source.${source}`));
  return [
    paragraph(
      `${snapshot.round.fiscalYear}年，本部门年初预算数${figures.money('budget.initial_budget')}，${adjustmentText(figures)}，` +
        `全年预算数${figures.money('budget.annual_budget')}；全年执行数${figures.money('budget.executed')}${rate === null ? '' : `，预算执行率${rate}`}。`,
    ),
    paragraph(`按资金来源划分，${bySource.length === 0 ? NOT_FILLED : bySource.join('；')}。`),
    paragraph(
      `按支出性质划分，${withShare('基本支出', 'budget.nature.basic_expenditure')}；${withShare('项目支出', 'budget.nature.project_expenditure')}。`,
    ),
    paragraph(`年末结转和结余${figures.money('budget.year_end_carryover')}${carryoverRate === null ? '' : `，结转结余率${carryoverRate}`}。`),
  ];
}

/** 年中追加 and 调减 are told apart in words, because a minus sign is easily overlooked in a sentence. */
function adjustmentText(figures: FormFigures): string {
  const adjustment = figures.decimal('budget.adjustments');
  if (adjustment === null) return `年中预算调整数${figures.money('budget.adjustments')}`;
  const exact = fraction(adjustment);
  if (isZero(exact)) return '年中未调整预算';
  const amount = formatMoney(exactDecimal(absolute(exact)) ?? adjustment);
  return `年中${isNegative(exact) ? '调减' : '追加'}预算${amount}万元`;
}

function objectiveParagraphs(snapshot: Snapshot, sheet: LiveScoreSheet, figures: FormFigures): ReportParagraph[] {
  const slots = indicatorEntries(snapshot).filter((entry) => entry.origin === 'slot');
  const printedTarget = (code: string, typed: string | null): string => sheet.items.find((item) => item.code === code)?.target || typed || NOT_FILLED;
  return [
    ...orNotFilled(paragraphsOf(figures.text('basics.overall_objective'))),
    paragraph(`围绕上述目标，设定年度重点工作任务绩效指标${slots.length}项，具体如下：`),
    ...slots.map((entry, index) => {
      const definition = printableText(entry.definition).replace(/[。；，、.;,]+$/, '');
      return paragraph(`${index + 1}.${printableText(entry.name)}。指${definition.replace(/^指/, '')}，${aimWords(entry, printedTarget(entry.code, entry.targetText))}。`);
    }),
  ];
}

function aimWords({ target }: IndicatorEntry, printed: string): string {
  if (target?.kind === 'none') return '本年度不适用';
  return `${target?.kind === 'date' ? '目标时限' : '目标值'}为${targetWords(printed)}`;
}

const SIGN_WORDS: readonly (readonly [string, string])[] = [
  ['≥', '不低于'],
  ['≤', '不超过'],
  ['＞', '高于'],
  ['＜', '低于'],
  ['=', ''],
];

/** A target as a sentence says it: "≥85%" → "不低于85%", "=0起" → "0起". Words stay as they are. */
export function targetWords(target: string): string {
  const text = printableText(target);
  const sign = SIGN_WORDS.find(([written]) => text.startsWith(written));
  return sign === undefined ? text : sign[1] + text.slice(sign[0].length);
}
