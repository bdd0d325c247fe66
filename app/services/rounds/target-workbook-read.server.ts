import ExcelJS, { type Workbook, type Worksheet } from '@protobi/exceljs';
import type { TargetBook } from '~/app/domain/round/target-sheets';
import { MAX_TARGET_ROWS, TARGET_SHEETS, TARGET_TEMPLATE } from '~/app/domain/round/target-sheets-layout';
import type { SheetRows } from '~/app/domain/round/target-sheets-table';
import { type ScoringRule, scoringRuleSchema } from '~/app/domain/scoring/scoring-rule';
import { cellText } from './target-workbook-cell';
import { refusalOfUpload } from './target-workbook-guard.server';
import { MARK_SHEET, MARKS } from './target-workbook-mark';

export const MAX_TARGET_WORKBOOK_BYTES = 5 * 1024 * 1024;

export type TargetWorkbookReading = { readonly ok: true; readonly book: TargetBook } | { readonly ok: false; readonly error: string };

/** Parts of a sheet that hold no value; whole-column ranges in them would be expanded cell by cell. */
const IGNORED_NODES = ['dataValidations', 'conditionalFormatting', 'extLst', 'drawing', 'legacyDrawing', 'picture', 'tableParts', 'hyperlinks', 'headerFooter', 'cols', 'autoFilter'];
const NAMES = Object.values(TARGET_SHEETS).map((sheet) => sheet.name) as readonly string[];

/** Opens an uploaded file and takes the rows of the known sheets out of it, or says in one sentence why that cannot be done. */
export async function readTargetWorkbook(bytes: Buffer, bureauName: string): Promise<TargetWorkbookReading> {
  if (bytes.length > MAX_TARGET_WORKBOOK_BYTES) return refuse('文件超过 5 MB，请删去图片等无关内容后再导入。');
  const refusal = await refusalOfUpload(bytes);
  if (refusal !== null) return refuse(refusal);
  const workbook = new ExcelJS.Workbook();
  const unreadable = refuse('文件不能读取：可能已损坏，或不是 Excel 工作簿。请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx 后再导入。');
  try {
    // The declared type asks for an ArrayBuffer of the whole pool; any view of bytes is read alike.
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: IGNORED_NODES });
  } catch {
    return unreadable;
  }
  if (workbook.worksheets.length === 0) return unreadable;
  const wrong = refusalOfTemplate(workbook, bureauName);
  if (wrong !== null) return refuse(wrong);
  const customRules = customRulesOf(workbook);
  if (customRules === null) return refuse('文件中保存的自定义计分方法已被改动，不能识别，请重新下载审批目标表填写。');
  const sheets = workbook.worksheets.filter((sheet) => NAMES.includes(sheet.name.trim()));
  for (const sheet of sheets) {
    if (sheet.actualRowCount > MAX_TARGET_ROWS) return refuse(`‘${sheet.name}’有 ${sheet.actualRowCount} 行，最多 ${MAX_TARGET_ROWS} 行，请删去多余的行。`);
  }
  return { ok: true, book: { sheets: sheets.map(rowsOf), customRules } };
}

function refuse(error: string): TargetWorkbookReading {
  return { ok: false, error };
}

function rowsOf(sheet: Worksheet): SheetRows {
  const rows: { number: number; cells: SheetRows['rows'][number]['cells'][number][] }[] = [];
  sheet.eachRow((row, number) => {
    const cells: SheetRows['rows'][number]['cells'][number][] = [];
    row.eachCell((cell, column) => {
      cells[column - 1] = cellText(cell.value, cell.numFmt ?? '');
    });
    rows.push({ number, cells: Array.from(cells, (cell) => cell ?? '') });
  });
  return { name: sheet.name, rows };
}

function marksOf(workbook: Workbook, name: string): string[] {
  const found: string[] = [];
  workbook.getWorksheet(MARK_SHEET)?.eachRow((row) => {
    const text = cellText(row.getCell(2).value, '');
    if (cellText(row.getCell(1).value, '') === name && typeof text === 'string') found.push(text);
  });
  return found;
}

/** Names what was expected and what was found. */
function refusalOfTemplate(workbook: Workbook, bureauName: string): string | null {
  const [id] = marksOf(workbook, MARKS.template);
  const visible = workbook.worksheets.filter((sheet) => sheet.name !== MARK_SHEET).map((sheet) => `“${sheet.name}”`);
  if (id === undefined) {
    return `应为从本页下载的${TARGET_TEMPLATE.name}，所选文件没有模板标识，其中的工作表是${visible.slice(0, 5).join('、')}${visible.length > 5 ? '等' : ''}。`;
  }
  if (id !== TARGET_TEMPLATE.id) return `应为${TARGET_TEMPLATE.name}，所选文件是${marksOf(workbook, MARKS.templateName)[0] ?? '另一种表'}（${id}）。请重新下载后填写。`;
  const [bureau] = marksOf(workbook, MARKS.bureau);
  return bureau === bureauName ? null : `应为${bureauName}的审批目标表，所选文件是${bureau === undefined ? '未写明单位' : bureau}的。`;
}

function customRulesOf(workbook: Workbook): ScoringRule[] | null {
  const rules: ScoringRule[] = [];
  for (const text of marksOf(workbook, MARKS.rule)) {
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch {
      return null;
    }
    const rule = scoringRuleSchema.safeParse(content);
    if (!rule.success) return null;
    rules.push(rule.data);
  }
  return rules;
}
