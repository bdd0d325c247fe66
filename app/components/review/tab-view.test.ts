import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runChecks } from '~/app/domain/checks/run-checks';
import { scoreSnapshot } from '~/app/domain/scoring/score-snapshot';
import { liwan2024 } from '~/app/domain/scoring/testing/liwan-2024';
import { withProjects } from '~/app/domain/scoring/testing/projects';
import { type ReviewedForm, tabView, type TabView } from './tab-view';
import { REVIEW_TABS, readReviewTab, reviewTabLink, type ReviewTab } from './review-tabs';

const seed = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../db/seed/${path}`, import.meta.url), 'utf8'));
const plain = liwan2024(seed('indicator-systems/district-32.json'), seed('project-forms/project-10-50-30-10.json'));

function form(cells: Readonly<Record<string, string>> = {}, projects = 2): ReviewedForm {
  const base = projects === 0 ? plain : withProjects(plain, projects);
  const snapshot = { ...base, cells: { ...base.cells, ...cells } };
  const sheet = scoreSnapshot(snapshot);
  return { snapshot, sheet, checks: runChecks(snapshot, sheet) };
}

const view = <Tab extends ReviewTab>(tab: Tab, given: ReviewedForm, project: string | null = null): Extract<TabView, { tab: Tab }> => tabView(tab, given, project) as Extract<TabView, { tab: Tab }>;

describe('指标评分', () => {
  it('holds the official table: 32 rows, merged levels, target, what was typed, and the score of each', () => {
    const { rows, total, fullWeight } = view('indicators', form());
    expect(rows).toHaveLength(32);
    expect(rows.reduce((sum, { primarySpan }) => sum + primarySpan, 0)).toBe(32);
    expect(rows[1]).toMatchObject({ name: '商事主体数', target: '≥14.6万户', weight: '5', figures: [{ typed: '14.55万户', problem: null }] });
    expect(rows[1]!.item).toMatchObject({ score: '4.98' });
    expect(rows[5]!.figures.map(({ typed }) => typed)).toEqual(['查办违法案件，市场秩序投诉下降', '达成年度指标', '5']);
    expect([total?.score, fullWeight]).toEqual(['94.98', '100']);
  });

  it('keeps text that cannot be read, with the reason', () => {
    expect(view('indicators', form({ 'indicators.LZ-02.actual': '约十四万' })).rows[1]!.figures[0]).toMatchObject({ typed: '约十四万', problem: expect.stringContaining('约十四万') });
  });

  it('shows what was typed before it is scored', () => {
    const { rows, total } = view('indicators', { ...form(), sheet: null, checks: null });
    expect(rows.every(({ item }) => item === null)).toBe(true);
    expect([rows[0]!.weight, total]).toEqual(['5', null]);
  });
});

describe('收支情况', () => {
  it('sums both sides and says what they differ by', () => {
    const { budget } = view('budget', form({ 'budget.source.government_fund_budget': '682.43' }));
    expect(budget.executionRate).toBe('99.92');
    expect(budget.blocks.map(({ sum }) => sum?.difference ?? null)).toEqual([null, null, '0.01', '0']);
    expect(budget.blocks[0]!.rows[3]).toEqual({ label: '全年执行数', typed: '23,740.11', amount: '23740.11' });
  });

  it('leaves an amount that cannot be read as it was typed', () => {
    expect(view('budget', form({ 'budget.executed': '两万多' })).budget.blocks[0]!.rows[3]).toMatchObject({ typed: '两万多', amount: null });
  });
});

describe('项目自评', () => {
  it('lists every project, and opens the one named', () => {
    const { projects, opened } = view('projects', form(), 'P02');
    expect(projects.map(({ code }) => code)).toEqual(['P01', 'P02']);
    expect(opened?.row.code).toBe('P02');
    expect(opened?.scores[0]).toMatchObject({ name: '预算执行率' });
    expect(opened?.funds.map(({ isTotal }) => isTotal)).toEqual([true, false, false, false]);
  });

  it('shows the list for a project that does not exist', () => {
    expect(view('projects', form(), 'P99').opened).toBeNull();
    expect(view('projects', form({}, 0)).projects).toEqual([]);
  });
});

describe('核查', () => {
  it('names what each finding concerns and gives its answer', () => {
    const { findings, isScored } = view('checks', form({ 'answers.A04': '为以前年度结转的代管资金。' }));
    expect(isScored).toBe(true);
    expect(findings.find(({ id }) => id === 'A04')).toMatchObject({ answered: '为以前年度结转的代管资金。', captions: expect.arrayContaining(['年末结转和结余']) });
  });

  it('counts empty cells instead of listing them', () => {
    const filled = view('checks', form());
    const emptied = view('checks', form({ 'budget.initial_budget': '' }));
    expect(emptied.emptyCells).toBe(filled.emptyCells + 1);
    expect(emptied.findings.some(({ id }) => id === 'G01')).toBe(false);
  });

  it('is not done before it is scored', () => {
    expect(view('checks', { ...form(), sheet: null, checks: null })).toMatchObject({ isScored: false, findings: [] });
  });
});

describe('tabs', () => {
  it('survive the way to the browser as JSON', () => {
    for (const tab of Object.keys(REVIEW_TABS) as ReviewTab[]) {
      const shown = tabView(tab, form(), 'P01');
      expect(JSON.parse(JSON.stringify(shown)), tab).toEqual(shown);
    }
  });

  it('are read from the address', () => {
    expect(readReviewTab('budget')).toBe('budget');
    expect(readReviewTab(null)).toBe('indicators');
    expect(readReviewTab('toString')).toBe('indicators');
    expect(reviewTabLink('projects', { project: 'P07' })).toBe('?tab=projects&project=P07');
  });
});
