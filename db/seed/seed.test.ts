import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoAccountsSchema } from '~/app/domain/access/demo-accounts';
import { roleSchema } from '~/app/domain/access/roles';
import { countOpenFindings, runChecks } from '~/app/domain/checks/run-checks';
import { buildFormModel } from '~/app/domain/form/build-form-model';
import { indicatorSystemVersionSchema } from '~/app/domain/form/indicator-system-version';
import { parseCell } from '~/app/domain/form/parse-cell';
import { projectFormSchema } from '~/app/domain/form/project-form';
import type { Snapshot } from '~/app/domain/form/snapshot';
import { rankDepartments } from '~/app/domain/ranking/rank-departments';
import type { RankingCandidate } from '~/app/domain/ranking/types';
import { type RoundFile, type RoundFileAssignment, roundFileSchema } from '~/app/domain/round/round-file';
import { roundFileProblems } from '~/app/domain/round/round-file-problems';
import type { ScoreSheet } from '~/app/domain/scoring/score-sheet';
import { scoreSnapshot } from '~/app/domain/scoring/score-snapshot';
import { compare, sum } from '~/app/domain/shared/fraction';
import { exactText, fraction } from '~/app/domain/shared/fraction-text';

const SEED = import.meta.dirname;
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function readRound(fileName: string) {
  const file = roundFileSchema.parse(json(fileName));
  const refer = (target: string): unknown => json(path.resolve(path.dirname(fileName), target));
  const system = indicatorSystemVersionSchema.parse('file' in file.system ? refer(file.system.file) : file.system);
  const projectForm = projectFormSchema.parse('file' in file.projectForm ? refer(file.projectForm.file) : file.projectForm);
  const snapshotOf = (assignment: RoundFileAssignment): Snapshot => {
    const department = file.departments.find(({ code }) => code === assignment.department)!;
    const category = file.categories.find(({ code }) => code === department.category)!;
    return {
      schema: 1,
      bureau: { name: file.bureau.name },
      department: { code: department.code, name: department.name, category: category.name },
      round: { name: file.round.name, fiscalYear: file.round.fiscalYear },
      system,
      projectForm,
      bindings: assignment.bindings,
      projects: assignment.projects,
      cells: assignment.cells,
      demo: file.demo,
    };
  };
  return { file, system, projectForm, snapshotOf };
}
type Round = ReturnType<typeof readRound>;

const seedRounds = readdirSync(SEED).filter((name) => /^round-.*\.json$/.test(name));
const example = path.resolve(SEED, '../../docs/examples/round-small.json');
const rounds = new Map<string, Round>([...seedRounds.map((name) => path.join(SEED, name)), example].map((name) => [path.basename(name), readRound(name)]));
const round = (name: string): Round => rounds.get(name)!;
const assignmentOf = ({ file }: Round, code: string): RoundFileAssignment => file.assignments.find(({ department }) => department === code)!;
const isComplete = ({ state }: RoundFileAssignment): boolean => state === 'in_approval' || state === 'submitted' || state === 'accepted';

function ranking({ file, snapshotOf }: Round) {
  return rankDepartments(
    file.assignments.map((assignment): RankingCandidate => {
      const department = file.departments.find(({ code }) => code === assignment.department)!;
      const snapshot = snapshotOf(assignment);
      const sheet = scoreSnapshot(snapshot);
      return {
        assignmentId: department.code,
        departmentId: department.code,
        departmentName: department.name,
        categoryId: department.category,
        categoryName: department.category,
        submissionId: department.code,
        score: sheet.total.score,
        selfScore: sheet.total.selfScore,
        scoreRate: sheet.scoreRate,
        grade: sheet.total.grade,
        missionScoreRate: sheet.missionScoreRate,
        executionRate: sheet.executionRate,
        openFindings: countOpenFindings(runChecks(snapshot, sheet)),
        submittedAt: new Date(Date.UTC(2025, 4, 30) - assignment.submittedDaysBeforeDeadline! * 86_400_000).toISOString(),
        late: assignment.submittedDaysBeforeDeadline! < 0,
      };
    }),
    { basis: 'system_score' },
  );
}

describe.each([...rounds.keys()])('%s', (name) => {
  const { file, system, projectForm, snapshotOf } = round(name);

  it('holds together: codes, weights, bindings and cell addresses', () => {
    expect(roundFileProblems(file, system, projectForm)).toEqual([]);
    expect(file.demo).toBe(true);
  });

  it.each(file.assignments.filter(isComplete).map((assignment) => assignment.department))('%s is complete: every cell parses, no finding blocks', (code) => {
    const assignment = assignmentOf(round(name), code);
    const snapshot = snapshotOf(assignment);
    const unreadable = buildFormModel(snapshot).cells.filter((cell) => parseCell(cell, assignment.cells[cell.address] ?? '').status === 'invalid');
    expect(unreadable.map((cell) => cell.address)).toEqual([]);
    const checks = runChecks(snapshot, scoreSnapshot(snapshot));
    expect(checks.findings.filter((finding) => finding.level === 'E')).toEqual([]);
    expect(checks.findings.filter((finding) => finding.level === 'W' && finding.answered === '')).toEqual([]);
    expect(checks.blocksSubmission).toBe(false);
  });
});

describe('荔湾 2024', () => {
  const liwan = round('round-liwan-2024.json');
  const entries = ranking(liwan).entries;

  it('has at least 15 departments in five categories of three or more, all reported', () => {
    expect(liwan.file.departments.length).toBeGreaterThanOrEqual(15);
    expect(liwan.file.categories).toHaveLength(5);
    for (const { code } of liwan.file.categories) expect(liwan.file.departments.filter(({ category }) => category === code).length).toBeGreaterThanOrEqual(3);
    expect(liwan.file.assignments.every(({ state }) => state === 'submitted' || state === 'accepted')).toBe(true);
  });

  it('spreads from the seventies to the nineties, with a tie that the chain decides and one late report', () => {
    const scores = entries.map((entry) => Number(entry.score));
    expect(Math.min(...scores)).toBeLessThan(80);
    expect(Math.max(...scores)).toBeGreaterThan(98);
    expect(entries.filter((entry, index) => entry.score === entries[index - 1]?.score && entry.decidedBy !== 'shared').length).toBeGreaterThan(0);
    expect(entries.filter((entry) => entry.late)).toHaveLength(1);
    expect(new Set(entries.map((entry) => entry.grade))).toEqual(new Set(['excellent', 'good', 'fair']));
  });

  it('gives no two departments the same narrative', () => {
    for (const address of ['basics.functions', 'narrative.achievements', 'narrative.problems', 'narrative.measures']) {
      const texts = liwan.file.assignments.map(({ cells }) => cells[address]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('荔湾区市场监督管理局 2024', () => {
  const liwan = round('round-liwan-2024.json');
  const assignment = assignmentOf(liwan, 'scjg');
  const { cells, projects } = assignment;
  const snapshot = liwan.snapshotOf(assignment);
  const sheet: ScoreSheet = scoreSnapshot(snapshot);
  const item = (name: string) => sheet.items.find((one) => one.name === name)!;

  it('carries the published figures', () => {
    expect(cells).toMatchObject({
      'budget.annual_budget': '23,758.69',
      'budget.executed': '23,740.11',
      'budget.source.general_public_budget': '23,057.69',
      'budget.source.government_fund_budget': '682.42',
      'budget.nature.basic_expenditure': '19,830.53',
      'budget.nature.project_expenditure': '3,909.58',
      'budget.year_end_carryover': '587.76',
    });
    expect(assignment.bindings.map(({ name, comparator, target }) => [name, comparator, target])).toEqual([
      ['企业年度报告率', 'gte', '85%'],
      ['商事主体数', 'gte', '14.6万户'],
      ['被抽查电梯事故发生次数', 'eq', '0起'],
      ['知识产权质押融资额', 'gte', '10亿元'],
      ['专利产业化金额', 'gte', '2亿元'],
      ['规范市场秩序情况', 'gte', '有效提升'],
      ['开办企业便利度', 'gte', '有效提升'],
      ['抽检产品平均合格率', 'gte', '90%'],
    ]);
    expect(item('企业年度报告率').actual).toBe('96.81%');
    expect(item('知识产权质押融资额').actual).toBe('17.3亿元');
    expect(item('抽检产品平均合格率').actual).toBe('96.49%');
  });

  it('scores 94.97505641…, 94.98 when rounded, although the items shown add to 94.97', () => {
    expect(sheet.total.unrounded).toBe('94.97505641…');
    expect(sheet.total.score).toBe('94.98');
    expect(sheet.total.sumOfShownItems).toBe('94.97');
    expect(sheet.total.roundingNote).toContain('94.97');
    expect(sheet.total.grade).toBe('excellent');
    expect([item('商事主体数').score, item('专利产业化金额').score, item('部门预算资金支出率').score]).toEqual(['4.98', '0.00', '9.99']);
    const management = sheet.items.filter(({ primary }) => primary === '管理效率');
    expect(management).toHaveLength(23);
    expect(management.filter(({ score, weight }) => compare(fraction(score), fraction(weight)) !== 0)).toEqual([]);
    expect(item('结转结余率').actual).toBe('2.47%');
  });

  it('has 17 + 2 projects whose money adds up by fund', () => {
    const executed = (fund: string) => sum(projects.filter(({ fundSource }) => fundSource === fund).map(({ code }) => fraction(cells[`projects.${code}.funding.executed`]!)));
    expect(projects.filter(({ fundSource }) => fundSource === 'general_public_budget')).toHaveLength(17);
    expect(projects.filter(({ fundSource }) => fundSource === 'government_fund_budget')).toHaveLength(2);
    expect(exactText(executed('government_fund_budget'))).toBe('682.42');
    expect(exactText(executed('general_public_budget'))).toBe('3227.16');
  });

  it('has the published distribution of project scores: 7 × 100, 7 × [95, 100), 5 × [90, 95)', () => {
    const scores = sheet.projects.map((project) => Number(project.total.score));
    const between = (low: number, below: number): number => scores.filter((score) => score >= low && score < below).length;
    expect([scores.filter((score) => score === 100).length, between(95, 100), between(90, 95), between(0, 90)]).toEqual([7, 7, 5, 0]);
  });

  it('adds what the published report lacks', () => {
    expect(cells['indicators.LZ-02.deviation']).toContain('0.05万户');
    expect(cells['indicators.LZ-06.tier']).toBe('达成年度指标');
    expect(cells['indicators.LZ-07.judged_points']).toBe('5');
    const checks = runChecks(snapshot, sheet);
    expect(checks.findings.filter(({ level }) => level === 'W').map(({ key }) => key)).toEqual(['A04', 'C02.LZ-04']);
    expect(checks.findings.every(({ answered, level }) => level === 'I' || answered !== '')).toBe(true);
  });
});

describe('海珠 2024', () => {
  const haizhu = round('round-haizhu-2024.json');
  it('has at least 12 departments, finalised, under the same version, with a shared rank and one late report', () => {
    expect(haizhu.file.departments.length).toBeGreaterThanOrEqual(12);
    expect(haizhu.file.round.state).toBe('finalised');
    expect(haizhu.system).toEqual(round('round-liwan-2024.json').system);
    const entries = ranking(haizhu).entries;
    expect(new Set(entries.filter((entry) => entry.sharedBy === 2).map((entry) => entry.departmentId))).toEqual(new Set(['cgjd', 'jnzjd']));
    expect(entries.filter((entry) => entry.late)).toHaveLength(1);
  });
});

describe('荔湾 2025', () => {
  const liwan = round('round-liwan-2025.json');
  it('is open with the same departments, in every state, its deadlines counted from the day it is loaded', () => {
    expect(liwan.file.departments).toEqual(round('round-liwan-2024.json').file.departments);
    expect(new Set(liwan.file.assignments.map(({ state }) => state))).toEqual(new Set(['not_started', 'filling', 'in_approval', 'submitted', 'accepted']));
    expect(liwan.file.round).toMatchObject({ fiscalYear: 2025, state: 'open', submissionDeadline: { daysFromNow: expect.any(Number) } });
  });
  it('holds some text that cannot be read, in forms that are still being filled in', () => {
    const unreadable = liwan.file.assignments.flatMap((assignment) =>
      buildFormModel(liwan.snapshotOf(assignment)).cells.flatMap((cell) => (parseCell(cell, assignment.cells[cell.address] ?? '').status === 'invalid' ? [assignment.state] : [])),
    );
    expect(unreadable.length).toBeGreaterThanOrEqual(4);
    expect(new Set(unreadable)).toEqual(new Set(['filling']));
  });
  it('has the market-supervision bureau partly filled', () => {
    const { state, cells } = assignmentOf(liwan, 'scjg');
    expect(state).toBe('filling');
    expect(Object.keys(cells).length).toBeGreaterThan(100);
  });
});

describe('demo accounts', () => {
  const { accounts } = demoAccountsSchema.parse(json(path.join(SEED, 'demo-accounts.json')));
  const files: readonly RoundFile[] = [round('round-liwan-2024.json').file, round('round-haizhu-2024.json').file];

  it('name places that exist', () => {
    for (const { bureau, department, unit } of accounts.flatMap(({ memberships }) => memberships)) {
      const file = files.find((one) => one.bureau.code === bureau);
      expect(file, bureau).toBeDefined();
      const found = file?.departments.find(({ code }) => code === department);
      if (department !== undefined) expect(found, department).toBeDefined();
      if (unit !== undefined) expect(found?.units.some(({ code }) => code === unit), unit).toBe(true);
    }
  });
  it('cover every role, with one person of two memberships and a reviewer of both bureaus', () => {
    expect(new Set(accounts.flatMap(({ memberships }) => memberships.map(({ role }) => role)))).toEqual(new Set(roleSchema.options));
    expect(accounts.some(({ memberships }) => memberships.length === 2)).toBe(true);
    expect(accounts.find(({ accountName }) => accountName === 'reviewer')?.reviewerGrants.map(({ bureau }) => bureau)).toEqual(['liwan', 'haizhu']);
    expect(new Set(accounts.map(({ accountName }) => accountName)).size).toBe(accounts.length);
  });
});
