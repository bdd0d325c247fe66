import { describe, expect, it } from 'vitest';
import { compareBureaus } from '~/app/domain/ranking/compare-bureaus';
import { rankDepartments } from '~/app/domain/ranking/rank-departments';
import { candidate } from '~/app/domain/ranking/testing/candidate';
import { axisOf } from './chart-axis';
import { comparisonCaveats } from './comparison-caveats';
import { spreadChart } from './spread-chart.server';

function bureau(name: string, scores: readonly string[]) {
  const entries = scores.map((score, index) => candidate({ assignmentId: `${name}${index}`, submissionId: `s${index}`, score, scoreRate: score, grade: 'excellent' }));
  const ranking = rankDepartments(entries, { basis: 'system_score' });
  return { bureauId: name, bureauName: name, fiscalYear: 2024, versionName: '测试（第 1 版）', versionHash: 'same', ranking };
}

describe('the axis', () => {
  it.each([
    ['79.03', 75, 5],
    ['75.00', 70, 5],
    ['93.10', 92, 1],
    ['100.00', 99, 1],
    ['0.00', 0, 10],
  ])('for a lowest rate of %s begins at %i in steps of %i', (lowest, minimum, step) => {
    expect(axisOf([{ minimum: lowest }, { minimum: '100.00' }])).toEqual({ minimum, maximum: 100, step });
  });
});

describe('the box plot', () => {
  it('is one SVG with names and figures, and no style element', () => {
    const svg = spreadChart(compareBureaus([bureau('甲区财政局', ['90', '95', '99']), bureau('乙区财政局', ['80.5', '85', '91.25'])]).bureaus)!;
    expect(svg).toMatch(/^<svg /);
    for (const text of ['甲区财政局', '乙区财政局', '中位数 95.00', '中位数 85.00', '80.50', '91.25']) expect(svg).toContain(text);
    expect(svg).not.toMatch(/<style|<script|class=/);
  });

  it('is left out when nobody has a score rate', () => {
    expect(spreadChart(compareBureaus([bureau('甲区财政局', [])]).bureaus)).toBeNull();
  });

  it('takes a hostile name as text', () => {
    expect(spreadChart(compareBureaus([bureau('<img src=x>', ['90'])]).bureaus)).not.toContain('<img');
  });
});

describe('the grey panel', () => {
  it('gives the reasons of the verdict first, and always what may never be compared', () => {
    const unfair = comparisonCaveats({ comparable: false, why: ['预算年度不同。'] }, ['system_score']);
    expect(unfair).toMatchObject({ title: '不能合并排序，只能并列查看', reasons: ['预算年度不同。'] });
    expect(unfair.always.join()).toContain('系统测算分，尚未经复核');
    const fair = comparisonCaveats({ comparable: true }, ['review_score', 'review_score']);
    expect(fair.reasons).toEqual([]);
    expect(fair.always.join()).not.toContain('尚未经复核');
  });
});
