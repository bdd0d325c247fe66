import { describe, expect, it } from 'vitest';
import { findStatements } from './find-statements';
import type { PassageRole, Statement } from './prose';
import { passage } from './testing/passage';

function shown(statement: Statement): string {
  switch (statement.kind) {
    case 'execution_rate':
      return `rate ${statement.percent}`;
    case 'fiscal_year':
      return `year ${statement.year}${statement.isCited ? ' cited' : ''}`;
    case 'project_count':
      return `projects ${statement.fund ?? 'all'} ${statement.count}`;
    case 'score_bands':
      return `bands ${statement.bands.map(({ from, to, fromIncluded, toIncluded, count }) => `${bound(fromIncluded)}${from}-${to}${bound(toIncluded)}:${count}`).join(' ')}`;
    case 'grade_counts':
      return `grades ${statement.counts.map(({ grade, count }) => `${grade}:${count}`).join(' ')}`;
    case 'indicator_count':
      return `indicators ${statement.count}`;
    case 'total_score':
      return `score ${statement.score}`;
    case 'grade':
      return `grade ${statement.grade}`;
  }
}
const bound = (included: boolean | null): string => (included === null ? '?' : included ? '=' : '≠');
const statements = (text: string, role: PassageRole = 'conclusion'): string[] => findStatements(passage(text, role)).map(shown);

describe('statements', () => {
  it.each([
    ['执行数23,740.11万元，完成预算的99.92%。', ['rate 99.92']],
    ['部门预算执行率为98.5%。', ['rate 98.5']],
    ['信息化项目执行率98.5%。', []],
    ['基本支出完成预算的99%。', []],
    ['开展2024年度财政资金支出绩效自评工作。', ['year 2024']],
    ['现将2023年度绩效自评情况报告如下。', ['year 2023']],
    ['对照2023年度绩效自评发现的问题完成整改。', []],
    ['根据《关于开展2022年市级财政资金绩效自评工作的通知》要求', ['year 2022 cited']],
    ['2023年度绩效自评结果为“优”。', ['year 2023']],
    ['根据2023年度绩效自评结果调整了指标。', []],
    ['对17个一般公共预算项目支出、2个政府性基金预算项目支出开展了绩效自评', ['projects general_public_budget 17', 'projects government_fund_budget 2']],
    ['对19个项目开展绩效自评，其中一般公共预算项目17个、政府性基金预算项目2个。', ['projects general_public_budget 17', 'projects government_fund_budget 2', 'projects all 19']],
    ['纳入自评的项目共12个', ['projects all 12']],
    ['其中3个项目自评得分较低', []],
    ['其中对3个项目开展重点绩效自评。', []],
    ['共计受理8家单位45个项目', []],
    ['得分100分7个，95-100分（不含）7个，90-95分5个，80-90分0个', ['bands =100-100=:7 ?95-100≠:7 ?90-95?:5 ?80-90?:0']],
    ['90分（含）以上8个，80分（含）-90分3个，60分以下0个', ['bands =90-100=:8 =80-90?:3 =0-60?:0']],
    ['90分以上的项目8个，80～90分的3个', ['bands ?90-100=:8 ?80-90?:3']],
    ['得分90分以上8个。', []],
    ['项目自评评价为优的7个、良的2个。', ['grades excellent:7 good:2']],
    ['部门整体支出绩效自评中，32个评价指标共得分94.9分，自评结果为“优”。', ['indicators 32', 'score 94.9', 'grade excellent']],
    ['部门整体支出绩效自评综合得分 88.40 分，评价等级为良。', ['score 88.40', 'grade good']],
    ['项目自评得分100分，等级为优。', []],
  ])('%j', (text, expected) => expect(statements(text)).toEqual(expected));

  it('are facts of the sections that state them', () => {
    expect(statements('完成预算的99.92%。', 'achievements')).toEqual([]);
    expect(statements('2021—2023年度连续3年满意度居前，2022年度绩效自评工作获表彰。', 'achievements')).toEqual([]);
    expect(statements('截至2023年12月底，全区实有市场主体14.55万户。', 'completion')).toEqual(['year 2023']);
    expect(statements('较截至2023年12月底增长3%。', 'completion')).toEqual([]);
    expect(statements('2023年度全年预算数23,758.69万元。', 'budget')).toEqual(['year 2023']);
  });
});
