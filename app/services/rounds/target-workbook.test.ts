import ExcelJS from '@protobi/exceljs';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readTargetSheets } from '~/app/domain/round/target-sheets';
import { TARGET_SHEETS, TARGET_TEMPLATE, type TargetScope } from '~/app/domain/round/target-sheets-layout';
import { writeTargetSheets } from '~/app/domain/round/target-sheets-write';
import { cellText } from './target-workbook-cell';
import { refusalOfUpload } from './target-workbook-guard.server';
import { readTargetWorkbook } from './target-workbook-read.server';
import { writeTargetWorkbook } from './target-workbook-write.server';
import { hasTargets, nameOfDepartment, targetDirectory, targetForm, targetScopes } from './testing/arbitrary-targets';
import { makeLeanWorkbook, makeZip } from './testing/lean-workbook';

const BUREAU = '测试区财政局';
const HEAD = { bureauName: BUREAU, primaries: targetForm.primaries };

const write = (scopes: readonly TargetScope[]): Promise<Buffer> =>
  writeTargetWorkbook(writeTargetSheets(scopes.map((scope) => ({ ...scope, departmentName: nameOfDepartment(scope.departmentCode) }))), HEAD);

async function scopesIn(bytes: Buffer): Promise<unknown> {
  const opened = await readTargetWorkbook(bytes, BUREAU);
  if (!opened.ok) return opened.error;
  const reading = readTargetSheets(opened.book, targetDirectory, targetForm);
  return reading.ok ? reading.scopes : reading.errors;
}

const MARK = { name: 'hengji', rows: [['template', TARGET_TEMPLATE.id], ['templateName', TARGET_TEMPLATE.name], ['bureau', BUREAU]] };
const HEADS = { bindings: [...TARGET_SHEETS.bindings.heads], projects: [...TARGET_SHEETS.projects.heads], indicators: [...TARGET_SHEETS.indicators.heads] };
const ROWS: Record<keyof typeof HEADS, (string | number)[]> = {
  bindings: [101, '甲局', 1, '年报率', '定义', '定量', '≥', 85, '%', '完成比例法', ''],
  projects: [101, '甲局', 1, '抽检', '一般公共预算', '', '完成抽检'],
  indicators: [101, 'P01', '产出指标', '数量指标', '批次', '定量', '≥', 100.5, '批次', 20, '完成比例法'],
};
const sheetsOf = (rows: typeof ROWS) => (Object.keys(HEADS) as (keyof typeof HEADS)[]).map((key) => ({ name: TARGET_SHEETS[key].name as string, rows: [HEADS[key], rows[key]] as (string | number)[][] }));
const PLAIN = [
  {
    departmentCode: '101',
    bindings: [expect.objectContaining({ name: '年报率', target: '85', unit: '%' })],
    projects: [expect.objectContaining({ code: 'P01', indicators: [expect.objectContaining({ target: '100.5', weight: '20' })] })],
  },
];

describe('the workbook as this program writes it', () => {
  it('gives back the same targets', async () => {
    await fc.assert(
      fc.asyncProperty(targetScopes, async (scopes) => {
        fc.pre(scopes.some(hasTargets));
        expect(await scopesIn(await write(scopes))).toEqual(scopes.filter(hasTargets));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('holds no formula, whatever a text begins with', async () => {
    const [scope] = fc.sample(targetScopes.filter((scopes) => scopes[0]!.bindings.length > 0), { numRuns: 1, seed: 7 })[0]!;
    const named = { ...scope!, bindings: ['=1+1', '+86', '-5', '@SUM(A1)'].map((name) => ({ ...scope!.bindings[0]!, name })) };
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await write([named])) as unknown as ArrayBuffer);
    const cells = [2, 3, 4, 5].map((row) => workbook.getWorksheet('个性指标')!.getCell(row, 4));
    expect(cells.map((cell) => [cell.type, cell.value, cell.numFmt])).toEqual(['=1+1', '+86', '-5', '@SUM(A1)'].map((text) => [ExcelJS.ValueType.String, text, '@']));
    expect(workbook.getWorksheet('hengji')!.state).toBe('veryHidden');
    expect(workbook.getWorksheet('个性指标')!.getCell('F2').dataValidation.formulae).toEqual(['"定量,定性"']);
  });

  it('takes a large district: 120 departments, 20 projects each', async () => {
    const [scope] = fc.sample(targetScopes.filter((scopes) => scopes[0]!.bindings.length > 0 && scopes[0]!.projects.length > 0), { numRuns: 1, seed: 3 })[0]!;
    const directory = Array.from({ length: 120 }, (_, index) => ({ code: `d-${index}`, name: `第${index}局`, units: targetDirectory[0]!.units }));
    const projects = Array.from({ length: 20 }, (_, index) => ({ ...scope!.projects[0]!, code: `P${String(index + 1).padStart(2, '0')}` }));
    const bytes = await writeTargetWorkbook(writeTargetSheets(directory.map(({ code, name }) => ({ ...scope!, projects, departmentCode: code, departmentName: name }))), HEAD);
    const opened = await readTargetWorkbook(bytes, BUREAU);
    const reading = opened.ok && readTargetSheets(opened.book, directory, targetForm);
    expect(reading && reading.ok && reading.scopes.length).toBe(120);
  }, 60_000);
});

describe('workbooks other programs have saved', () => {
  it('inline strings and numbers, without styles', async () => {
    expect(await scopesIn(makeLeanWorkbook([...sheetsOf(ROWS), MARK]))).toEqual(PLAIN);
  });

  it('rich text, formulas with results, per cents, merged department cells', async () => {
    const workbook = new ExcelJS.Workbook();
    for (const { name, rows } of sheetsOf(ROWS)) for (const row of [workbook.addWorksheet(name)]) row.addRows(rows);
    const sheet = workbook.getWorksheet('个性指标')!;
    sheet.addRow(['', '', '', '合格率', '定义', '定量', '≥', 0.9, '', '完成比例法']);
    sheet.mergeCells('A2:A3');
    sheet.getCell('H3').numFmt = '0.00%';
    sheet.getCell('D2').value = { richText: [{ text: '年报', font: { bold: true } }, { text: '率' }] };
    sheet.getCell('H2').value = { formula: '80+5', result: 85 };
    workbook.addWorksheet('hengji').addRows(MARK.rows);
    const [scope] = (await scopesIn(Buffer.from(await workbook.xlsx.writeBuffer()))) as TargetScope[];
    expect(scope!.bindings.map(({ name, target }) => [name, target])).toEqual([['年报率', '85'], ['合格率', '90%']]);
  });

  it('ranges over whole columns cost nothing', async () => {
    const after = '<conditionalFormatting sqref="A1:XFD1048576"/><dataValidations count="1"><dataValidation type="list" sqref="A2:K1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>';
    const startedAt = Date.now();
    expect(await scopesIn(makeLeanWorkbook([...sheetsOf(ROWS).map((sheet) => ({ ...sheet, after })), MARK]))).toEqual(PLAIN);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });
});

describe('cells', () => {
  it.each<[Parameters<typeof cellText>[0], string, unknown]>([
    [null, '', ''],
    [14.6, 'General', '14.6'],
    [0.1 + 0.2, 'General', '0.3'],
    [0.85, '0%', '85%'],
    [0.9681, '0.00%', '96.81%'],
    [1.5, '0.0"%"', '1.5'],
    [-0.5, '0%', '-50%'],
    [1e21, 'General', '1000000000000000000000'],
    [0.0000001, 'General', '0.0000001'],
    [0, '0%', '0%'],
    [true, '', '是'],
    [new Date('2024-12-31T00:00:00Z'), '', '2024-12-31'],
    [{ text: '链接', hyperlink: 'https://example.org' }, '', '链接'],
    [{ formula: 'A1', result: '文' }, '', '文'],
    [{ formula: 'A1' }, '', { unreadable: '公式没有结果，请改为确定的内容。' }],
    [{ formula: 'A1', result: { error: '#DIV/0!' } }, '', { unreadable: '单元格的值是错误 #DIV/0!，请改为确定的内容。' }],
    [{ error: '#N/A' }, '', { unreadable: '单元格的值是错误 #N/A，请改为确定的内容。' }],
    ['一\r\n二', '', '一\n二'],
  ])('%j in %j', (value, format, text) => {
    expect(cellText(value, format)).toEqual(text);
  });

  it('every number of at most 15 digits is read as it was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
        const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
        const typed = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
        const expected = `${units < 0 && typed !== '0' ? '-' : ''}${typed}`;
        expect(cellText(Number(expected), 'General')).toBe(expected);
      }),
    );
  });
});

describe('files that are refused', () => {
  const sheetBomb = (after: string) => makeLeanWorkbook([{ ...sheetsOf(ROWS)[0]!, after }, MARK]);
  const zeros = Buffer.alloc(60 * 1024 * 1024 + 1);

  it.each<[string, () => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), '文件是空的'],
    ['too large', () => Buffer.alloc(5 * 1024 * 1024 + 1), '文件超过 5 MB'],
    ['an old workbook', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(100)]), '旧版 .xls 格式或设有打开密码'],
    ['a picture', () => Buffer.concat([Buffer.from('\x89PNG', 'latin1'), randomBytes(50)]), '不是 Excel 工作簿'],
    ['half a file', () => makeLeanWorkbook([MARK]).subarray(0, 400), '没有下载完整'],
    ['a file with something before it', () => Buffer.concat([makeZip([{ name: 'a', content: 'a' }]), makeLeanWorkbook([MARK])]), '已损坏'],
    ['any zip', () => makeZip([{ name: 'a.txt', content: 'a' }]), '文件不能读取'],
    ['a bomb', () => makeZip([{ name: 'xl/worksheets/sheet1.xml', content: zeros }]), '展开后过大'],
    ['a bomb that states a small size', () => makeZip([{ name: 'xl/worksheets/sheet1.xml', content: zeros, stated: 10 }]), '展开后过大'],
    ['too many parts', () => makeZip(Array.from({ length: 301 }, (_, index) => ({ name: `p${index}`, content: '' }))), '部件过多'],
    ['too many sheets', () => makeLeanWorkbook(Array.from({ length: 21 }, (_, index) => ({ name: `s${index}`, rows: [] }))), '有 21 张工作表，最多 20 张'],
    ['a merge over the whole sheet', () => sheetBomb('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'), '单元格过多'],
    ['too many cells', () => makeLeanWorkbook([{ name: 's', rows: [], after: `<!--${'<c >'.repeat(600_001)}-->` }]), '单元格过多'],
    ['another table', () => makeLeanWorkbook([{ name: 'Sheet1', rows: [['部门', '金额']] }]), '应为从本页下载的审批目标表（第 1 版），所选文件没有模板标识，其中的工作表是“Sheet1”。'],
    ['another version', () => makeLeanWorkbook([{ name: 'hengji', rows: [['template', 'hengji-approved-targets/9'], ['templateName', '审批目标表（第 9 版）']] }]), '应为审批目标表（第 1 版），所选文件是审批目标表（第 9 版）（hengji-approved-targets/9）。'],
    ['another bureau', () => makeLeanWorkbook([{ name: 'hengji', rows: [['template', TARGET_TEMPLATE.id], ['bureau', '邻区财政局']] }]), '应为测试区财政局的审批目标表，所选文件是邻区财政局的。'],
    ['a rule that was tampered with', () => makeLeanWorkbook([{ name: 'hengji', rows: [...MARK.rows, ['rule', '{"type":"gift"}']] }]), '自定义计分方法已被改动'],
  ])('%s', async (_name, make, sentence) => {
    const reading = await readTargetWorkbook(make(), BUREAU);
    expect(reading.ok ? '' : reading.error).toContain(sentence);
  });

  it('bytes that were changed anywhere are refused or read, never thrown at', async () => {
    const whole = makeLeanWorkbook([...sheetsOf(ROWS), MARK]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const changed = Buffer.from(whole);
        changed[at] = value;
        const result = await scopesIn(changed);
        expect(typeof result === 'string' ? result.length : (result as unknown[]).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('the guard lets the real workbook pass', async () => {
    expect(await refusalOfUpload(makeLeanWorkbook([...sheetsOf(ROWS), MARK]))).toBeNull();
  });
});
