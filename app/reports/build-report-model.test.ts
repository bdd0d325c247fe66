import { describe, expect, it } from 'vitest';
import { linesOf, sampleReport, sampleSnapshot } from './testing/sample-report';
import { buildReportModel } from './build-report-model';
import { scoreSnapshot } from '~/app/domain/scoring/score-snapshot';

describe('the report of the market supervision bureau 2024', () => {
  const { model } = sampleReport();
  const lines = linesOf(model);
  const textAfter = (heading: string): string => lines[lines.indexOf(heading) + 1] ?? '';

  it('has the title and the sections of a 部门整体支出绩效自评报告', () => {
    expect(model.titleLines).toEqual(['广州市荔湾区市场监督管理局2024年', '部门整体支出绩效自评报告']);
    expect(lines.filter((line) => /^([一二三四]、|（[一二三四]）(部门|自评|各重点|主要))/.test(line))).toEqual([
      '一、基本情况',
      '（一）部门职能',
      '（二）部门整体收支情况',
      '（三）部门整体预算绩效目标',
      '（四）部门年度重点工作任务',
      '二、综合评价分析',
      '（一）自评结论综述',
      '（二）各重点工作任务绩效目标完成情况分析',
      '（三）主要工作成效',
      '三、存在的主要问题',
      '四、下一步改进措施',
    ]);
  });

  it('writes the budget out of the figures', () => {
    const start = lines.indexOf('（二）部门整体收支情况');
    expect(lines.slice(start + 1, start + 5)).toEqual([
      '2024年，本部门年初预算数22,863.15万元，年中追加预算895.54万元，全年预算数23,758.69万元；全年执行数23,740.11万元，预算执行率99.92%。',
      '按资金来源划分，一般公共预算财政拨款支出23,057.69万元，占97.13%；政府性基金预算财政拨款支出682.42万元，占2.87%。',
      '按支出性质划分，基本支出19,830.53万元，占83.53%；项目支出3,909.58万元，占16.47%。',
      '年末结转和结余587.76万元，结转结余率2.47%。',
    ]);
  });

  it('lists the eight indicators with definition and target', () => {
    expect(lines).toContain('围绕上述目标，设定年度重点工作任务绩效指标8项，具体如下：');
    expect(lines.find((line) => line.startsWith('2.商事主体数。指'))).toMatch(/目标值为不低于14\.6万户。$/);
    expect(lines.find((line) => line.startsWith('3.被抽查电梯'))).toMatch(/目标值为0起。$/);
  });

  it('counts projects by fund and by bands whose bounds are stated', () => {
    const [first, second, third] = lines.slice(lines.indexOf('（一）自评结论综述') + 1);
    expect(first).toBe(
      '按照荔湾区财政局2024年度财政资金支出绩效自评工作部署，本部门组织对预算年度内19个项目支出开展了绩效自评，其中一般公共预算项目17个、政府性基金预算项目2个，并开展了部门整体支出绩效自评。',
    );
    expect(second).toBe(
      '项目支出绩效自评得分分布为：100分7个，95分（含）至100分（不含）7个，90分（含）至95分（不含）5个，80分（含）至90分（不含）0个，60分（含）至80分（不含）0个，不足60分0个，合计19个。',
    );
    expect(third).toBe(
      '部门整体支出绩效自评共32项评价指标，系统测算得分94.98分，自评得分合计94.97分，自评结果为“优”。总分按各项未取整的得分计算，与各项显示数之和的差异见附件1说明。',
    );
  });

  it('states target, actual, score and reason of each key task', () => {
    expect(textAfter('（二）各重点工作任务绩效目标完成情况分析')).toBe('1.企业年度报告率。目标值不低于85%，完成值96.81%，完成率113.89%，得5.00分（分值5分）。');
    const unmet = lines.find((line) => line.startsWith('5.专利产业化金额。目标值'));
    expect(unmet).toContain('完成值0亿元，完成率0.00%，未达到目标值，得0.00分（分值5分）。偏差原因及改进措施：');
    expect(lines.find((line) => line.startsWith('6.规范市场秩序情况。目标值'))).toContain('目标值有效提升，评判等级为“达成年度指标”，得5.00分（分值5分）。');
  });

  it('keeps the words of the department, without its indents and empty lines', () => {
    const start = lines.indexOf('（一）部门职能');
    expect(lines.slice(start + 1, start + 4)).toEqual(['1. 负责市场综合监督管理。', '2. 负责知识产权管理。', '3. 完成区委、区政府交办的其他任务。']);
    const problems = model.sections[2]?.blocks;
    expect(problems?.[0]).toEqual({ kind: 'paragraph', lead: '（一）绩效指标设置不够精确。', text: '企业年度报告率的目标值偏低。' });
    expect(problems?.[1]).toEqual({ kind: 'paragraph', lead: '（二）个别项目执行不均衡。', text: '' });
  });

  it('attaches every indicator, its merged cells and why the parts do not add up', () => {
    const [table] = model.attachments;
    expect(table?.orientation).toBe('landscape');
    expect(table?.rows).toHaveLength(33);
    expect(table?.rows.map(({ cells }) => cells[0]?.rowSpan)).toEqual([9, ...Array<number>(8).fill(0), 23, ...Array<number>(22).fill(0), undefined]);
    expect(table?.rows[1]?.cells.map(({ text }) => text).slice(2, 8)).toEqual(['商事主体数', '≥14.6万户', '14.55万户', '5', '4.98', '4.98']);
    expect(table?.rows.at(-1)?.cells.map(({ text }) => text)).toEqual(['总分', '100', '94.98', '94.97', '自评结果：优']);
    expect(table?.notes.join('')).toContain('显示数相加为 94.97 分');
    expect(table?.notes.join('')).toContain('94.97505641…');
    for (const { columns, rows } of model.attachments) {
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 6);
      for (const { cells } of rows) expect(cells.reduce((sum, { colSpan }) => sum + (colSpan ?? 1), 0)).toBe(columns.length);
    }
  });

  it('sums the projects and distributes them over the bands', () => {
    const [, projects, distribution] = model.attachments;
    expect(projects?.rows).toHaveLength(20);
    expect(projects?.rows.at(-1)?.cells.slice(0, 4).map(({ text }) => text)).toEqual(['合计', '3,928.16', '3,909.58', '99.53%']);
    expect(distribution?.rows.map(({ cells }) => cells.at(-2)?.text)).toEqual(['7', '7', '5', '0', '0', '0', '19']);
    expect(distribution?.rows.map(({ cells }) => cells.at(-1)?.text)).toEqual(['36.84%', '36.84%', '26.32%', '0.00%', '0.00%', '0.00%', '100.00%']);
  });

  it('is signed with the date of submission in Shanghai', () => {
    const late = buildReportModel({ snapshot: sampleSnapshot(), sheet: scoreSnapshot(sampleSnapshot()), facts: { submittedAt: '2025-05-28T16:30:00Z', submissionNumber: 2 } });
    expect(late.signature).toEqual({ name: '广州市荔湾区市场监督管理局', date: '2025年5月29日' });
    expect(late.runningHead).toBe('2025年5月29日报送（第2次）');
  });

  it('is a pure function of its sources', () => {
    expect(sampleReport().model).toEqual(model);
  });
});

describe('other departments', () => {
  it('without projects have one attachment and say so', () => {
    const { model } = sampleReport({}, { projects: [] });
    expect(model.attachments.map(({ title }) => title)).toEqual(['部门整体支出绩效自评指标评分表']);
    expect(linesOf(model).join('\n')).toContain('没有纳入自评范围的项目支出');
  });

  it('say in words that a budget was cut or not changed', () => {
    expect(linesOf(sampleReport({ 'budget.adjustments': '-1,200.5' }).model).join('\n')).toContain('年中调减预算1,200.50万元');
    expect(linesOf(sampleReport({ 'budget.adjustments': '0' }).model).join('\n')).toContain('年中未调整预算');
  });

  it('show a self score with its reason where it differs from the system', () => {
    const { model } = sampleReport({ 'indicators.LZ-01.self_score': '4.5', 'indicators.LZ-01.self_score_reason': '目标偏低，主动扣分' });
    expect(linesOf(model).join('\n')).toContain('系统测算得5.00分，自评得4.5分（分值5分；自评说明：目标偏低，主动扣分）');
    expect(model.attachments[0]?.rows[0]?.cells.at(-1)?.text).toContain('自评说明：目标偏低，主动扣分');
  });

  it('can be previewed with nothing filled in', () => {
    const snapshot = { ...sampleSnapshot(), cells: {} };
    const model = buildReportModel({ snapshot, sheet: scoreSnapshot(snapshot), facts: { submittedAt: null, submissionNumber: null } });
    const lines = linesOf(model);
    expect(lines).toContain('（未填报）');
    expect(lines.join('\n')).toContain('全年预算数（未填报）；全年执行数（未填报）。');
    expect(model.runningHead).toBe('尚未报送');
    expect(model.signature.date).toBeNull();
  });
});
