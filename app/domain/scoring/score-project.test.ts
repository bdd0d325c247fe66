import { describe, expect, it } from 'vitest';
import district32 from '~/db/seed/indicator-systems/district-32.json';
import projectForm from '~/db/seed/project-forms/project-10-50-30-10.json';
import { createLiveScorer } from './live-scorer';
import { liwan2024 } from './testing/liwan-2024';
import { withProjects } from './testing/projects';

const base = withProjects(liwan2024(district32, projectForm), 2);
const score = (cells: Record<string, string>) => createLiveScorer(base).score({ ...base.cells, ...cells });
const first = (cells: Record<string, string> = {}) => score(cells).projects[0]!;

describe('project form 10/50/30/10', () => {
  it('adds execution and indicators', () => {
    expect(first()).toMatchObject({
      code: 'P01',
      annualBudget: '90',
      executed: '90',
      executionRate: '100.00',
      execution: { score: '10.00', weight: '10', code: 'execution' },
      total: { exact: '296/3', score: '98.67', grade: 'excellent' },
    });
  });

  it.each([
    ['90', '89.974', '10.00', '44987/4500', '99.97'],
    ['90', '45', '5.00', '5/1', '50.00'],
    ['90', '92.331', '10.00', '10/1', '102.59'],
    ['90', '0', '0.00', '0/1', '0.00'],
  ])('budget %s, executed %s → %s', (annual, executed, shown, exact, rate) => {
    const { execution, executionRate } = first({ 'projects.P01.funding.annual_budget': annual, 'projects.P01.funding.executed': executed });
    expect([execution.score, execution.exact, executionRate]).toEqual([shown, exact, rate]);
  });

  it('shares the execution points among the indicators when there is no budget', () => {
    const found = first({ 'projects.P01.funding.annual_budget': '0', 'projects.P01.funding.executed': '0' });
    expect(found.execution).toMatchObject({ status: 'excluded', actual: '不适用' });
    expect(found.executionRate).toBeNull();
    expect(found.total.score).toBe('98.52');
    expect(found.total.roundingNote).toContain('1 项指标不适用');
  });

  it('names what is missing and leaves the department total alone', () => {
    const sheet = score({ 'projects.P01.funding.executed': '', 'projects.P02.indicators.I03.actual': '' });
    expect(sheet.missing).toEqual(['projects.P01.funding.executed', 'projects.P02.indicators.I03.actual']);
    expect(sheet.total.score).toBe('94.98');
  });
});

describe('live scorer', () => {
  it('gives the same as scoring from scratch after any edit', () => {
    const live = createLiveScorer(base);
    let cells: Record<string, string> = { ...base.cells };
    const edits: readonly (readonly [string, string])[] = [
      ['indicators.LZ-02.actual', '14.6万户'],
      ['budget.executed', '23,758.69'],
      ['budget.annual_budget', '0'],
      ['projects.P02.funding.executed', '9'],
      ['indicators.LZ-06.judged_points', '3'],
      ['indicators.LZ-02.actual', '14.55万户'],
      ['indicators.GL-08.inputs.late', '2'],
      ['indicators.LZ-02.deviation', '部分个体户注销'],
    ];
    live.score(cells);
    for (const [address, text] of edits) {
      cells = { ...cells, [address]: text };
      expect(JSON.stringify(live.score(cells))).toBe(JSON.stringify(createLiveScorer(base).score(cells)));
    }
  });

  it('scores anew only what reads the edited cell', () => {
    const live = createLiveScorer(base);
    const before = live.score(base.cells);
    const after = live.score({ ...base.cells, 'indicators.LZ-02.actual': '14.6万户' });
    expect(after.items.filter((item, index) => item !== before.items[index]).map((item) => item.code)).toEqual(['LZ-02']);
  });

  it('ignores cells the form does not have, and names of object members', () => {
    expect(score({ 'indicators.XX-01.actual': '1', constructor: 'x' }).total.score).toBe('94.98');
  });
});
