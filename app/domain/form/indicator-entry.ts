import type { Exact } from '../shared/fraction';
import { weightOf } from './points-maximum';
import type { ScoringRule } from '../scoring/scoring-rule';
import { indicatorAddresses, type LeafAddresses } from './leaf-addresses';
import { projectAddresses } from './project-addresses';
import type { Comparator, IndicatorInput, IndicatorKind, OverAchievement, SlotBinding } from './indicator-system-version';
import type { ProjectBinding, ProjectForm } from './project-form';
import type { FormBasis } from './form-basis';
import { type ParsedTarget, parseTarget } from './parse-target';
import { slotCodes, slotWeight } from './slot-codes';

/** One leaf to be filled in and scored, wherever it comes from: a slot binding, a common indicator, a project's indicator or its execution line. */
export interface IndicatorEntry {
  readonly origin: 'slot' | 'common' | 'project' | 'project_execution';
  readonly code: string;
  /** Of its cells. */
  readonly addresses: LeafAddresses;
  readonly project: string | null;
  readonly primary: string;
  readonly secondary: string;
  readonly name: string;
  readonly definition: string;
  /** 评分标准 as printed; "" where the rule's own description stands for it. */
  readonly criteria: string;
  readonly weight: Exact;
  readonly kind: IndicatorKind;
  /** The sign the target is held against: the target text's own, else the bound one. */
  readonly comparator: Comparator;
  /** Approved 目标值 as typed; null for indicators that have none. */
  readonly targetText: string | null;
  readonly target: ParsedTarget | null;
  /** Unit of 目标值 and 实际完成值. */
  readonly unit: string;
  readonly inputs: readonly IndicatorInput[];
  readonly rule: ScoringRule;
  /** The evaluated year: completes days that are typed without one. */
  readonly fiscalYear: number | null;
  /** Code of the aggregate leaf this one counts into; null for a leaf with points of its own in the total. */
  readonly partOf: string | null;
  /** What the version says about results far above the target; null where it says nothing. */
  readonly overAchievement: OverAchievement | null;
  readonly source: string;
}

const TARGET_SOURCE = '财预〔2020〕10号；批复的绩效目标';

/** The leaves of the department's table in the order of the form: slots first, then the common indicators as the version lists them. */
export function indicatorEntries({ system, bindings, round }: Pick<FormBasis, 'system' | 'bindings' | 'round'>): IndicatorEntry[] {
  const codes = slotCodes(system, bindings.length);
  const weight = slotWeight(system, bindings.length);
  const { primary, secondary, partOf } = system.slots;
  const slots = bindings.map((binding, index) => {
    const code = codes[index]!;
    const place = { origin: 'slot', code, addresses: indicatorAddresses(code), project: null, primary, secondary, weight, partOf: partOf ?? null } as const;
    return boundEntry(place, binding, binding.definition, system.overAchievement ?? null, round);
  });
  const common = system.indicators.map(
    (indicator): IndicatorEntry => ({
      origin: 'common',
      code: indicator.code,
      addresses: indicatorAddresses(indicator.code),
      project: null,
      primary: indicator.primary,
      secondary: indicator.secondary,
      name: indicator.name,
      definition: indicator.definition,
      criteria: indicator.criteria,
      weight: weightOf(indicator.weight),
      kind: 'quantitative',
      comparator: 'gte',
      targetText: null,
      target: null,
      unit: '',
      inputs: indicator.inputs,
      rule: indicator.rule,
      fiscalYear: null,
      partOf: indicator.partOf ?? null,
      overAchievement: system.overAchievement ?? null,
      source: indicator.source,
    }),
  );
  return [...slots, ...common];
}

/** The indicators of one project, in the order they were bound. */
export function projectIndicatorEntries(basis: Pick<FormBasis, 'projectForm' | 'round'>, project: ProjectBinding): IndicatorEntry[] {
  const { indicator: addressesOf } = projectAddresses(project.code);
  return project.indicators.map((indicator) => {
    const { code, primary, secondary } = indicator;
    const place = { origin: 'project', code, addresses: addressesOf(code), project: project.code, primary, secondary, weight: weightOf(indicator.weight), partOf: null } as const;
    return boundEntry(place, indicator, '', basis.projectForm.overAchievement ?? null, basis.round);
  });
}

/**
 * 预算执行率 of a project: executed ÷ annual budget × weight, at most the weight (财预〔2020〕10号). Without an annual budget the rate has no
 * meaning: the line does not apply and its points are shared by the others.
 */
export function projectExecutionEntry(form: ProjectForm, project: Pick<ProjectBinding, 'code'>): IndicatorEntry {
  const { execution, funding } = projectAddresses(project.code);
  return {
    origin: 'project_execution',
    code: 'execution',
    addresses: execution,
    project: project.code,
    primary: '预算执行率',
    secondary: '预算执行率',
    name: '预算执行率',
    definition: '全年执行数÷全年预算数×100%',
    criteria: '得分=预算执行率×分值，最高得满分',
    weight: weightOf(form.executionWeight),
    kind: 'quantitative',
    comparator: 'gte',
    targetText: null,
    target: null,
    unit: '%',
    inputs: [],
    rule: {
      type: 'ratio',
      measure: {
        kind: 'quotient',
        numerator: { cell: funding('total', 'executed') },
        denominator: { cell: funding('total', 'annual_budget') },
      },
      onMissing: 'block_submit',
      onZeroDenominator: 'exclude',
    },
    fiscalYear: null,
    partOf: null,
    overAchievement: null,
    source: form.source,
  };
}

type Bound = Pick<SlotBinding, 'name' | 'kind' | 'comparator' | 'target' | 'unit' | 'rule'>;
type Place = Pick<IndicatorEntry, 'origin' | 'code' | 'addresses' | 'project' | 'primary' | 'secondary' | 'weight' | 'partOf'>;

const NO_INPUTS: readonly IndicatorInput[] = [];

/** A leaf with an approved target. */
function boundEntry(place: Place, bound: Bound, definition: string, overAchievement: OverAchievement | null, round: FormBasis['round']): IndicatorEntry {
  const fiscalYear = round?.fiscalYear ?? null;
  const target = parseTarget(bound.target, bound.unit, fiscalYear);
  return {
    origin: place.origin,
    code: place.code,
    addresses: place.addresses,
    project: place.project,
    primary: place.primary,
    secondary: place.secondary,
    name: bound.name,
    definition,
    criteria: '',
    weight: place.weight,
    kind: bound.kind,
    comparator: effectiveComparator(bound, target),
    targetText: bound.target,
    target,
    unit: target.kind === 'number' || target.kind === 'range' ? target.unit : bound.unit,
    inputs: NO_INPUTS,
    rule: bound.rule,
    fiscalYear,
    partOf: place.partOf,
    overAchievement,
    source: TARGET_SOURCE,
  };
}

/** The target text's own sign counts before the bound one. A reverse rule without a downward sign is printed with ≤, as it is scored. */
export function effectiveComparator(bound: Pick<Bound, 'comparator' | 'rule'>, target: ParsedTarget): Comparator {
  const comparator = (target.kind === 'number' ? target.comparator : null) ?? bound.comparator;
  return bound.rule.type === 'ratio_reverse' && (comparator === 'gte' || comparator === 'gt') ? 'lte' : comparator;
}
