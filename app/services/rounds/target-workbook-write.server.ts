import ExcelJS, { type DataValidation, type Worksheet } from '@protobi/exceljs';
import { COMPARATOR_FORMS, FUND_SOURCE_FORMS, KIND_NAMES, TARGET_SHEETS, TARGET_TEMPLATE, type TargetSheetKey } from '~/app/domain/round/target-sheets-layout';
import { RULE_CHOICES } from '~/app/domain/round/target-sheets-rule';
import type { TargetSheetTexts } from '~/app/domain/round/target-sheets-write';
import { MARK_SHEET, MARKS } from './target-workbook-mark';

export interface TargetWorkbookHead {
  readonly bureauName: string;
  readonly primaries: readonly { readonly name: string; readonly secondaries: readonly string[] }[];
}

const WIDTHS: Readonly<Record<string, number>> = {
  部门代码: 11,
  部门名称: 28,
  序号: 6,
  指标名称: 26,
  三级指标: 26,
  项目名称: 30,
  定义: 44,
  预期目标: 60,
  性质: 8,
  计算符号: 10,
  目标值: 16,
  计量单位: 10,
  分值: 8,
  计分方法: 28,
  其他叫法: 24,
  项目编号: 10,
  资金来源: 26,
  实施单位: 28,
  一级指标: 14,
  二级指标: 20,
};
const WRAPPED = new Set(['定义', '预期目标', '指标名称', '三级指标', '项目名称']);
/** Spreadsheets read _x0041_ as the letter A (ECMA-376 part 1, §22.9.2.19): its first underscore is written as such a code itself. */
const ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Rows below the filled ones that keep text format and choices. */
const SPARE_ROWS = 200;
const THIN = { style: 'thin', color: { argb: 'FFC9D0DB' } } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };

/** The 审批目标表 as an .xlsx file. Every cell is text, so that codes keep their zeros and nothing that begins with =, +, - or @ is a formula. */
export async function writeTargetWorkbook(texts: TargetSheetTexts, head: TargetWorkbookHead): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = head.bureauName;
  workbook.title = TARGET_TEMPLATE.name;
  drawGuide(workbook.addWorksheet('说明'), head, texts.customRules.length);
  for (const key of Object.keys(TARGET_SHEETS) as TargetSheetKey[]) drawSheet(workbook.addWorksheet(TARGET_SHEETS[key].name), key, texts, head);
  const mark = workbook.addWorksheet(MARK_SHEET, { state: 'veryHidden' });
  mark.addRow([MARKS.template, TARGET_TEMPLATE.id]);
  mark.addRow([MARKS.templateName, TARGET_TEMPLATE.name]);
  mark.addRow([MARKS.bureau, head.bureauName]);
  for (const rule of texts.customRules) mark.addRow([MARKS.rule, JSON.stringify(rule)]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Validation of a range: present in the library, absent from its types. */
type RangedSheet = Worksheet & { readonly dataValidations: { add(range: string, validation: DataValidation): void } };

function drawSheet(sheet: Worksheet, key: TargetSheetKey, texts: TargetSheetTexts, head: TargetWorkbookHead): void {
  const { heads } = TARGET_SHEETS[key];
  const rows = texts.rows[key];
  sheet.columns = heads.map((title) => ({ width: WIDTHS[title] ?? 14, style: { numFmt: '@', alignment: { vertical: 'top', wrapText: WRAPPED.has(title) } } }));
  sheet.addRow([...heads]);
  for (const row of rows) sheet.addRow(row.map((text) => text.replace(ESCAPED, '_x005F_')));
  sheet.getRow(1).eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF2F7' } };
    cell.alignment = { vertical: 'middle' };
  });
  sheet.getRow(1).height = 24;
  sheet.eachRow((row) => row.eachCell({ includeEmpty: true }, (cell) => void (cell.border = BORDER)));
  sheet.views = [{ state: 'frozen', ySplit: 1, xSplit: 2 }];
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: heads.length } };
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' };
  const choices = choicesOf(head);
  heads.forEach((title, index) => {
    const list = choices[title];
    if (!list) return;
    const letter = sheet.getColumn(index + 1).letter;
    (sheet as RangedSheet).dataValidations.add(`${letter}2:${letter}${rows.length + 1 + SPARE_ROWS}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${list.join(',')}"`],
      showErrorMessage: true,
      errorTitle: title,
      error: `请从列表中选择${title}。`,
    });
  });
}

function choicesOf({ primaries }: TargetWorkbookHead): Readonly<Record<string, readonly string[]>> {
  return {
    性质: Object.values(KIND_NAMES),
    计算符号: Object.values(COMPARATOR_FORMS).map((forms) => forms[0]!),
    资金来源: Object.values(FUND_SOURCE_FORMS).map((forms) => forms[0]!),
    一级指标: primaries.map((primary) => primary.name),
  };
}

function drawGuide(sheet: Worksheet, { bureauName, primaries }: TargetWorkbookHead, customCount: number): void {
  sheet.columns = [{ width: 24 }, { width: 96 }];
  const lines: [string, string][] = [
    [TARGET_TEMPLATE.name, bureauName],
    ['用途', '下达自评任务时导入各部门批复的绩效目标。导入前可先查看变化，确认后才生效；有一处不符，整份都不导入。'],
    ['填写', '每行一项，部门代码必填，与部门名录一致；部门名称、序号仅供查阅，各项按行的先后排列。表中没有出现的部门保持原有目标不变；出现的部门以本表为准，整体替换。'],
    ['个性指标', '性质填定量或定性。定量指标填计算符号、目标值和计量单位；目标值可带单位，如 14.6万户、85%。定性指标，以及目标值是区间（90%～95%）、日期（12月31日前）或不适用（/）的，计算符号留空。'],
    ['项目', '项目编号在部门内不重复，为 P01、P02……。实施单位填下属单位全称，部门本级实施的留空。'],
    ['项目指标', `每个项目的一级指标分值合计须与项目自评表一致。二级指标：${primaries.map((one) => `${one.name}（${one.secondaries.join('、')}）`).join('；')}。`],
    ['其他叫法', '自评报告中可能使用的其他名称，用顿号隔开，供核对文字与数据时识别；没有的留空。'],
    ...RULE_CHOICES.map((choice): [string, string] => [`计分方法：${choice.name}`, choice.what]),
    ...(customCount > 0 ? [['计分方法：自定义方法', '沿用系统中已有的特殊计分规则，名称请勿改动。'] as [string, string]] : []),
  ];
  for (const line of lines) sheet.addRow(line);
  sheet.getRow(1).font = { bold: true, size: 14 };
  sheet.eachRow((row) => row.eachCell((cell) => void (cell.alignment = { vertical: 'top', wrapText: true })));
  sheet.getColumn(1).font = { bold: true };
}
