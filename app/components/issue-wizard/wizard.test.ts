import { describe, expect, it } from 'vitest';
import { slotBindingSchema } from '~/app/domain/form/indicator-system-version';
import type { DraftStorage } from './draft-storage';
import { createDraftStore } from './draft-store';
import { initialDraft, instantOf, type WizardDraft } from './wizard-draft';
import type { WizardOptions } from './wizard-options';
import { headProblemsOf, notesOf, planOf, problemsOf, targetProblemsOf } from './wizard-plan';
import { linkOfProblem, readStep } from './wizard-places';

const binding = slotBindingSchema.parse({ name: '年报率', definition: '定义', kind: 'quantitative', unit: '%', target: '85%', rule: { type: 'ratio' } });
const department = (id: string) => ({ id, code: `code-${id}`, name: `${id}局`, category: { id: 'c', name: '类' } });

/** Saturday 22:00 UTC on 1 March 2025 is Sunday morning in China. */
const options: WizardOptions = {
  now: '2025-03-01T22:00:00Z',
  bureauName: '测试区财政局',
  latestFiscalYear: 2023,
  systems: [{ id: 's', content: { name: '体系', version: 1, totalWeight: '100', slots: { min: 1, max: 3, points: '40' }, indicators: [] } }] as unknown as WizardOptions['systems'],
  projectForms: [{ id: 'f', content: { name: '表', version: 1, primaries: [] } }] as unknown as WizardOptions['projectForms'],
  departments: ['甲', '乙', '丙'].map(department),
  carried: { 甲: { fromFiscalYear: 2023, bindings: [binding], projects: [] }, 乙: { fromFiscalYear: 2022, bindings: [binding], projects: [] } },
  issuedRounds: [],
};
const planned = (more: Partial<WizardDraft> = {}) => planOf({ ...initialDraft(options), ...more }, options);

describe('what is prefilled', () => {
  it('the year after the newest round, its departments, working days in China', () => {
    expect(initialDraft(options)).toMatchObject({ fiscalYear: '2024', departmentIds: ['甲'], approvalDate: '2025-03-17', submissionDate: '2025-03-24', name: null, notice: null });
    expect(problemsOf(planned(), options)).toEqual([]);
  });

  it('the year before this one where there never was a round', () => {
    expect(initialDraft({ ...options, latestFiscalYear: null, carried: {} })).toMatchObject({ fiscalYear: '2024', departmentIds: [] });
  });

  it('name and notice follow year and deadlines until they are typed over', () => {
    const plan = planned({ fiscalYear: '2022', submissionDate: '2025-04-08', submissionTime: '09:05' });
    expect(plan.name).toBe('2022年度财政资金支出绩效自评');
    expect(plan.notice).toContain('于2025年4月8日 09:05前');
    expect(plan.notice).toMatch(/测试区财政局\n2025年3月2日$/);
    expect(planned({ notice: '改过', name: '改过', fiscalYear: '2022' })).toMatchObject({ notice: '改过', name: '改过' });
  });

  it('an empty deadline leaves a gap in the notice and is said', () => {
    const plan = planned({ approvalDate: '' });
    expect(plan.notice).toContain('____年__月__日前完成部门内部审核');
    expect(problemsOf(plan, options).map(({ place }) => place)).toEqual(['approvalDeadline']);
  });
});

it('deadlines are read in Asia/Shanghai, with or without seconds', () => {
  expect(instantOf('2025-05-30', '18:00').toISOString()).toBe('2025-05-30T10:00:00.000Z');
  expect(instantOf('2025-05-30', '00:00:30').toISOString()).toBe('2025-05-29T16:00:00.000Z');
});

describe('what targets bring with them', () => {
  const scope = { bindings: [{ ...binding, target: '/' }], projects: [{ code: 'P01', name: '抽检', indicators: [{ ...binding, name: '完成时间', target: '2023年6月底前' }] }] } as unknown as Parameters<typeof notesOf>[0];

  it('is said of department and project, in the year of the round', () => {
    expect(notesOf(scope, { fiscalYear: 2024 })).toEqual([
      '个性指标“年报率”：目标值“/”表示本项不适用，不计分值，其余各项按适用分值折算到满分。',
      '项目 P01“抽检”指标“完成时间”：目标值“2023年6月底前”不在 2024 预算年度内，请核对。',
    ]);
    expect(notesOf(scope, { fiscalYear: 2023 })).toHaveLength(1);
  });

  it('waits for a year that is one', () => {
    expect(notesOf(scope, { fiscalYear: NaN })).toEqual([]);
  });

  it('is no obstacle, and a day without a year belongs to the year of the round', () => {
    const carried = { 甲: { fromFiscalYear: 2023, bindings: [{ ...binding, target: '/' }, { ...binding, target: '12月31日前', rule: { type: 'date', late: 'zero', onMissing: 'block_submit' } as const }], projects: [] } };
    const given = { ...options, carried };
    expect(problemsOf(planOf(initialDraft(given), given), given)).toEqual([]);
    expect(problemsOf(planOf({ ...initialDraft(given), fiscalYear: '2' }, given), given).map(({ place }) => place)).toEqual(['fiscalYear']);
  });
});

it('head and targets together are all problems', () => {
  const plan = planned({ fiscalYear: '', departmentIds: ['甲', '丙'] });
  const none = planned({ departmentIds: [] });
  expect([...headProblemsOf(plan, options), ...targetProblemsOf(plan, options)]).toEqual(problemsOf(plan, options));
  expect(headProblemsOf(none, options)).toEqual(problemsOf(none, options));
});

it('each problem leads to its step and field', () => {
  const plan = planned({ name: '', departmentIds: ['甲', '丙'] });
  expect(problemsOf(plan, options).map((problem) => linkOfProblem(problem, plan))).toEqual(['?step=1#issue-name', '?step=3#department-code-丙']);
  expect([readStep('3'), readStep('9'), readStep(null)]).toEqual([3, 1, 1]);
});

describe('the draft in the browser', () => {
  const keeper = (start: WizardDraft | null, hasRoom = true): DraftStorage & { kept: WizardDraft | null } => ({
    kept: start,
    read: () => start,
    write(draft) {
      this.kept = draft;
      return hasRoom;
    },
    clear() {
      this.kept = null;
    },
  });

  it('is put back without what the bureau no longer has', () => {
    const stored = { ...initialDraft(options), name: '打过的字', systemId: 'gone', departmentIds: ['乙', '撤并'], imported: { 撤并: { bindings: [], projects: [] } } };
    const { draft, isRestored } = createDraftStore(options, keeper(stored)).current();
    expect(isRestored).toBe(true);
    expect(draft).toMatchObject({ name: '打过的字', systemId: 's', departmentIds: ['乙'], imported: {} });
  });

  it('keeps every change, and nothing after the round is issued or all is cleared', () => {
    const storage = keeper(null);
    const store = createDraftStore(options, storage);
    let told = 0;
    const stop = store.subscribe(() => (told += 1));
    store.change({ name: '一' });
    store.change({ notice: '二' });
    expect([storage.kept?.name, storage.kept?.notice, told]).toEqual(['一', '二', 2]);
    store.reset();
    expect([storage.kept, store.current().draft.name]).toEqual([null, null]);
    store.change({ name: '三' });
    store.forget();
    stop();
    expect([storage.kept, told]).toEqual([null, 4]);
  });

  it('says when the browser keeps no copy', () => {
    const store = createDraftStore(options, keeper(null, false));
    store.change({ name: '一' });
    expect(store.current()).toMatchObject({ isUnsafe: true, draft: { name: '一' } });
  });
});
