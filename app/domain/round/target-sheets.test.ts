import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTargetSheets, type TargetReading } from './target-sheets';
import { TARGET_SHEETS, type TargetScope, type TargetSheetKey } from './target-sheets-layout';
import type { SheetCell } from './target-sheets-table';
import { writeTargetSheets } from './target-sheets-write';
import { hasTargets, nameOfDepartment, targetDirectory, targetForm, targetScopes } from '~/app/services/rounds/testing/arbitrary-targets';

type Rows = Record<TargetSheetKey, SheetCell[][]>;
const KEYS = Object.keys(TARGET_SHEETS) as TargetSheetKey[];

function read(rows: Rows, { heads, customRules = [] }: { heads?: Partial<Record<TargetSheetKey, readonly string[]>>; customRules?: Parameters<typeof readTargetSheets>[0]['customRules'] } = {}): TargetReading {
  const sheets = KEYS.map((key) => ({
    name: TARGET_SHEETS[key].name,
    rows: [heads?.[key] ?? TARGET_SHEETS[key].heads, ...rows[key]].map((cells, index) => ({ number: index + 1, cells })),
  }));
  return readTargetSheets({ sheets, customRules }, targetDirectory, targetForm);
}

function written(scopes: readonly TargetScope[]) {
  return writeTargetSheets(scopes.map((scope) => ({ ...scope, departmentName: nameOfDepartment(scope.departmentCode) })));
}

describe('what is written is read again', () => {
  it('as the same scopes', () => {
    fc.assert(
      fc.property(targetScopes, (scopes) => {
        fc.pre(scopes.some(hasTargets));
        const { rows, customRules } = written(scopes);
        expect(read(rows as Rows, { customRules })).toEqual({ ok: true, scopes: scopes.filter(hasTargets) });
      }),
      { numRuns: 200 },
    );
  });
});

const good: Rows = {
  bindings: [['101', '甲局', '1', '年报率', '定义', '定量', '≥', '85%', '%', '完成比例法', '']],
  projects: [['101', '甲局', 'P01', '抽检', '一般公共预算财政拨款', '', '完成抽检']],
  indicators: [['101', 'P01', '产出指标', '数量指标', '批次', '定量', '≥', '100批次', '批次', '20', '完成比例法']],
};
const edited = (key: TargetSheetKey, head: string, cell: SheetCell): Rows => {
  const rows = structuredClone(good);
  rows[key][0]![(TARGET_SHEETS[key].heads as readonly string[]).indexOf(head)] = cell;
  return rows;
};
const CHOICES =
  '“完成比例法”、“反向比例法”、“反向比例法（按目标÷完成）”、“等值赋分法”、“区间赋分法”、“区间赋分法（区间外按比例）”、“时限赋分法”、“直接赋分法（达标）”、“评判等级法”、“人工评分法”';
const errorsOf = (reading: TargetReading): readonly string[] => (reading.ok ? [] : reading.errors);

it('reads the plain case', () => {
  expect(read(good)).toMatchObject({ ok: true, scopes: [{ departmentCode: '101', bindings: [{ name: '年报率' }], projects: [{ code: 'P01', indicators: [{ code: 'I01' }] }] }] });
});

it.each<[TargetSheetKey, string, SheetCell, string]>([
  ['bindings', '部门代码', '', '‘个性指标’ 第 2 行 ‘部门代码’：没有填写，甲局的代码是 101。'],
  ['bindings', '部门代码', '999', '‘个性指标’ 第 2 行 ‘部门代码’：部门名录中没有代码“999”，甲局的代码是 101。'],
  ['bindings', '部门代码', '0102', '‘个性指标’ 第 2 行 ‘部门代码’：0102 是乙局，与同行的部门名称“甲局”不一致。'],
  ['bindings', '指标名称', ' ', '‘个性指标’ 第 2 行 ‘指标名称’：没有填写。'],
  ['bindings', '指标名称', '长'.repeat(201), '‘个性指标’ 第 2 行 ‘指标名称’：最多 200 个字，现有 201 个字。'],
  ['bindings', '性质', '数量', '‘个性指标’ 第 2 行 ‘性质’：“数量”不能识别，应为“定量”、“定性”之一。'],
  ['bindings', '计算符号', '', '‘个性指标’ 第 2 行 ‘计算符号’：没有填写，应为“＞”、“≥”、“=”、“＜”、“≤”之一。'],
  ['bindings', '目标值', { unreadable: '公式没有结果。' }, '‘个性指标’ 第 2 行 ‘目标值’：公式没有结果。'],
  ['bindings', '计分方法', '比例', `‘个性指标’ 第 2 行 ‘计分方法’：“比例”不能识别，应为${CHOICES}之一。`],
  ['bindings', '计分方法', '自定义方法1', `‘个性指标’ 第 2 行 ‘计分方法’：“自定义方法1”不能识别，应为${CHOICES}之一。`],
  ['projects', '项目编号', 'X1', '‘项目’ 第 2 行 ‘项目编号’：“X1”不是项目编号，应为 P01、P02……'],
  ['projects', '资金来源', '财政', '‘项目’ 第 2 行 ‘资金来源’：“财政”不能识别，应为“一般公共预算财政拨款”、“政府性基金预算财政拨款”、“国有资本经营预算财政拨款”、“财政专户及其他资金”之一。'],
  ['projects', '实施单位', '文化馆', '‘项目’ 第 2 行 ‘实施单位’：甲局没有名为“文化馆”的下属单位，应为“检验所”、“检测中心”之一，本部门实施的请留空。'],
  ['indicators', '项目编号', 'P02', '‘项目指标’ 第 2 行 ‘项目编号’：‘项目’表中甲局没有 P02。'],
  ['indicators', '一级指标', '成本指标', '‘项目指标’ 第 2 行 ‘一级指标’：项目自评表中没有“成本指标”，应为“产出指标”、“效益指标”之一。'],
  ['indicators', '二级指标', '社会效益指标', '‘项目指标’ 第 2 行 ‘二级指标’：“产出指标”下没有“社会效益指标”，应为“数量指标”、“质量指标”之一。'],
  ['indicators', '分值', '0.0', '‘项目指标’ 第 2 行 ‘分值’：“0.0”不是大于 0 的分值。'],
  ['indicators', '分值', '2O', '‘项目指标’ 第 2 行 ‘分值’：“2O”不是大于 0 的分值。'],
])('refuses %s %s %j', (key, head, cell, message) => {
  expect(errorsOf(read(edited(key, head, cell)))).toEqual([message]);
});

it.each<[TargetSheetKey, string, string, object]>([
  ['bindings', '计算符号', '>=', { bindings: [{ comparator: 'gte' }] }],
  ['bindings', '计算符号', '〈=', {}],
  ['bindings', '计分方法', '等值赋分法', { bindings: [{ rule: { type: 'equal' } }] }],
  ['bindings', '计分方法', '区间赋分法', { bindings: [{ rule: { type: 'range', outside: 'zero' } }] }],
  ['bindings', '计分方法', '区间赋分法(区间外按比例)', { bindings: [{ rule: { type: 'range', outside: 'proportional' } }] }],
  ['bindings', '计分方法', '时限赋分法', { bindings: [{ rule: { type: 'date', late: 'zero' } }] }],
  ['bindings', '计分方法', ' 直接赋分法（达标） ', { bindings: [{ rule: { type: 'direct', condition: { kind: 'target_met' } } }] }],
  ['bindings', '计分方法', '人工评分法', { bindings: [{ rule: { type: 'manual' } }] }],
  ['bindings', '部门代码', '１０１', { bindings: [{ name: '年报率' }] }],
  ['bindings', '其他叫法', '年报公示率、年报；年报', { bindings: [{ aliases: ['年报公示率', '年报'] }] }],
  ['projects', '资金来源', '一般公共预算', { projects: [{ fundSource: 'general_public_budget' }] }],
  ['projects', '项目编号', '1', { projects: [{ code: 'P01' }] }],
  ['projects', '实施单位', '甲局', { projects: [{ implementingUnit: null }] }],
  ['indicators', '项目编号', 'p1', { projects: [{ indicators: [{ name: '批次' }] }] }],
  ['indicators', '分值', '２０分', { projects: [{ indicators: [{ weight: '20' }] }] }],
])('understands %s %s %s', (key, head, cell, expected) => {
  const reading = read(edited(key, head, cell));
  if (Object.keys(expected).length === 0) expect(reading.ok).toBe(false);
  else expect(reading).toMatchObject({ ok: true, scopes: [expected] });
});

it.each(['90%～95%', '12月31日前', '/'])('wants no sign for the target %s, and writes none', (target) => {
  const rows = edited('bindings', '目标值', target);
  rows.bindings[0]![(TARGET_SHEETS.bindings.heads as readonly string[]).indexOf('计算符号')] = '';
  const reading = read(rows);
  expect(reading).toMatchObject({ ok: true, scopes: [{ bindings: [{ target, comparator: 'gte' }] }] });
  const [first] = reading.ok ? written(reading.scopes).rows.bindings : [];
  expect(first![6]).toBe('');
});

describe('whole sheets', () => {
  const twice = (key: TargetSheetKey): Rows => ({ ...good, [key]: [good[key][0]!, good[key][0]!] });

  it('names what stands twice', () => {
    expect(errorsOf(read(twice('bindings')))).toEqual(['‘个性指标’ 第 3 行 ‘指标名称’：“年报率”与第 2 行重复。']);
    expect(errorsOf(read(twice('projects')))).toEqual(['‘项目’ 第 3 行 ‘项目编号’：甲局的 P01 与第 2 行重复。']);
  });

  it('names a project without indicators', () => {
    expect(errorsOf(read({ ...good, indicators: [] }))).toEqual(['‘项目’ 第 2 行 ‘项目编号’：项目 P01“抽检”在‘项目指标’表中没有指标。']);
  });

  it('never answers with an empty list of errors', () => {
    const nothing = { bindings: [], projects: [], indicators: [] };
    expect(errorsOf(read(nothing))).toEqual(['‘个性指标’：表中没有任何部门的目标，请填写后再导入。']);
    expect(errorsOf(readTargetSheets({ sheets: [], customRules: [] }, targetDirectory, targetForm))).toHaveLength(3);
  });

  it('takes columns in any order, heads marked as required, and goes without 序号 and 部门名称', () => {
    const order = ['目标值', '部门代码', '指标名称', '定义', '性质', '计算符号', '计量单位', '计分方法'];
    const cells = order.map((head) => good.bindings[0]![(TARGET_SHEETS.bindings.heads as readonly string[]).indexOf(head)]!);
    expect(read({ ...good, bindings: [cells] }, { heads: { bindings: order.map((head) => `* ${head} `) } })).toEqual(read(good));
  });

  it('names missing and repeated columns', () => {
    const heads = TARGET_SHEETS.projects.heads.map((head) => (head === '资金来源' ? '项目名称' : head));
    expect(errorsOf(read(good, { heads: { projects: heads } })).slice(0, 2)).toEqual(['‘项目’ 第 1 行 ‘项目名称’：这一列出现了两次，请删去多余的一列。', '‘项目’ 第 1 行：缺少列：“资金来源”。']);
  });

  it('a department that is only begun is not named at all', () => {
    const begun: Rows = { bindings: [...good.bindings, ['0102', '乙局', '1', '', '', '', '', '', '', '', '']], projects: [...good.projects, ['0102', '乙局']], indicators: good.indicators };
    expect(read(begun)).toEqual(read(good));
  });
});
