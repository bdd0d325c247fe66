import fc from 'fast-check';
import type { SlotBinding } from '~/app/domain/form/indicator-system-version';
import { comparatorSchema } from '~/app/domain/form/indicator-system-version';
import type { ProjectBinding, ProjectForm, ProjectIndicator } from '~/app/domain/form/project-form';
import type { ScoringRule } from '~/app/domain/scoring/scoring-rule';
import { fundSourceSchema } from '~/app/domain/shared/fund-source';
import type { TargetDepartment, TargetScope } from '~/app/domain/round/target-sheets-layout';
import { RULE_CHOICES } from '~/app/domain/round/target-sheets-rule';

export const targetForm = {
  primaries: [
    { name: '产出指标', weight: '60', secondaries: ['数量指标', '质量指标'] },
    { name: '效益指标', weight: '30', secondaries: ['社会效益指标'] },
  ],
} as unknown as ProjectForm;

export const targetDirectory: readonly TargetDepartment[] = [
  { code: '101', name: '甲局', units: ['检验所', '检测中心'] },
  { code: '0102', name: '乙局', units: [] },
  { code: 'bing-ju', name: '丙局', units: ['文化馆'] },
];

const BLANKS_AROUND = /^\s|\s$/;
/** What people type and what spreadsheets trip over: signs of formulas, figures, line breaks, markup, quotes. */
const piece = fc.constantFrom('年报率', '=1+1', '+86', '-5', '@SUM', '≥85%', '14.6万户', '0.10', '1e5', '2024-12-31', '<b>&"', '，', ' ', '\n', '１', '𠮷', "'", '_x000D_', '第', 'A');
const text = (maxLength = 4) => fc.array(piece, { minLength: 1, maxLength }).map((parts) => parts.join('')).filter((one) => !BLANKS_AROUND.test(one));
const alias = fc.constantFrom('市场主体数', '经营主体数', 'GDP', '融资额');
const rule: fc.Arbitrary<ScoringRule> = fc.oneof(
  fc.constantFrom(...RULE_CHOICES.map((choice) => choice.rule)),
  fc.constantFrom<ScoringRule>(
    { type: 'ratio', measure: { kind: 'target_actual' }, onMissing: 'zero', onZeroDenominator: 'exclude' },
    { type: 'deduction_list', items: [{ input: 'late', pointsEach: '0.5' }], onMissing: 'block_submit' },
  ),
);
const measured = fc.record({
  kind: fc.constantFrom('quantitative' as const, 'qualitative' as const),
  unit: fc.constantFrom('', '%', '万户', '=元'),
  comparator: fc.constantFrom(...comparatorSchema.options),
  target: text(2),
  rule,
});
const weight = fc.constantFrom('1', '20', '7.5', '0.25', '33.333333');

const binding: fc.Arbitrary<SlotBinding> = fc
  .tuple(measured, text(), text(6), fc.uniqueArray(alias, { maxLength: 3 }))
  .map(([fields, name, definition, aliases]) => ({ name, definition, ...fields, aliases }));

const indicators: fc.Arbitrary<ProjectIndicator[]> = fc
  .array(fc.tuple(measured, text(), weight, fc.constantFrom(['产出指标', '数量指标'], ['产出指标', '质量指标'], ['效益指标', '社会效益指标'])), { minLength: 1, maxLength: 4 })
  .map((list) => list.map(([fields, name, points, place], index) => ({ code: `I0${index + 1}`, primary: place[0]!, secondary: place[1]!, name, ...fields, weight: points })));

const project = (department: TargetDepartment): fc.Arbitrary<ProjectBinding> =>
  fc.record({
    code: fc.constantFrom('P01', 'P02', 'P09', 'P10', 'P123'),
    name: text(),
    fundSource: fc.constantFrom(...fundSourceSchema.options),
    implementingUnit: fc.constantFrom(null, ...department.units),
    expectedGoal: text(6),
    indicators,
  });

const scope = (department: TargetDepartment): fc.Arbitrary<TargetScope> =>
  fc.record({
    departmentCode: fc.constant(department.code),
    bindings: fc.uniqueArray(binding, { maxLength: 4, selector: (one) => one.name }),
    projects: fc.uniqueArray(project(department), { maxLength: 3, selector: (one) => one.code }),
  });

/** What the three departments of `targetDirectory` may get; some of them nothing. */
export const targetScopes: fc.Arbitrary<TargetScope[]> = fc.tuple(...targetDirectory.map(scope)).map((scopes) => [...scopes]);

export const nameOfDepartment = (code: string): string => targetDirectory.find((one) => one.code === code)!.name;
export const hasTargets = ({ bindings, projects }: TargetScope): boolean => bindings.length > 0 || projects.length > 0;
