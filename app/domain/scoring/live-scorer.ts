import { buildFormModel } from '../form/build-form-model';
import type { FormBasis } from '../form/form-basis';
import { formEntries } from '../form/form-entries';
import type { FormModel } from '../form/form-model';
import type { CellTexts } from '../form/sections';
import { percentRate } from '../shared/decimal-format';
import { compare, div, type Exact, fraction, isZero, sum, ZERO } from '../shared/fraction';
import { CellIndex, prefixEnd } from './cell-index';
import { ENGINE_VERSION } from './engine-version';
import { cellOf, type CellSource, type ReadCell, valueOf } from './read-cell';
import type { ScoredPart } from './rules/outcome';
import { type PreparedItem, prepareItem, type ScoredItem, scoreFrom } from './score-item';
import { exactRate, type PreparedProject, prepareProject, projectOf, rateOf, scoreProject } from './score-project';
import type { LiveScoreSheet, ProjectScore } from './score-sheet';
import { scoreTotal, type TotalRules, type Totals } from './score-total';
import { createPartFinder, type PartFinder } from './part-finder';

/** Scores the same form again and again: a leaf is scored anew only when a cell it reads has other text than last time. */
export interface LiveScorer {
  readonly model: FormModel;
  readonly score: (cells: CellTexts) => LiveScoreSheet;
}

/** Prepares everything that does not depend on the cells. `score` is a pure function of the cells; what it keeps is only a cache. */
export function createLiveScorer(basis: FormBasis): LiveScorer {
  const entries = formEntries(basis);
  const { system, projectForm } = basis;
  const items = entries.department.map((entry) => prepareItem(entry, system.rounding));
  const projects = entries.projects.map((project) => prepareProject(projectForm, project));
  const partOf = createPartFinder(basis.projects);
  const index = new CellIndex();
  const remembered = new Map<PreparedItem, ScoredItem>();
  const rememberedProjects = new Map<PreparedProject, ProjectScore>();
  let rememberedTotals: (Totals & { readonly scored: readonly ScoredItem[]; readonly rate: Exact | null }) | null = null;
  let model: FormModel | null = null;
  const rules: TotalRules = {
    totalWeight: fraction(system.totalWeight),
    rounding: system.rounding,
    gradeBands: system.gradeBands,
    executionCaps: system.executionCaps ?? [],
  };

  const score = (cells: CellTexts): LiveScoreSheet => {
    const changed = new Set<string>();
    const touched = new Set<string>();
    for (const address of index.update(cells)) {
      changed.add(address).add(address.slice(0, prefixEnd(address)));
      const project = projectOf(address);
      if (project !== null) touched.add(project);
    }
    const source = sourceFrom(index, cells, partOf);
    const scoreOne = (item: PreparedItem): ScoredItem => {
      const last = remembered.get(item);
      if (last && !changed.has(item.entry.prefix) && !item.reads.some((address) => changed.has(address))) return last;
      const scored = scoreFrom(item, source, []);
      remembered.set(item, scored);
      return scored;
    };
    const scoredProjects = projects.map((project) => {
      const last = rememberedProjects.get(project);
      if (last && !touched.has(project.binding.code) && !project.outside.some((address) => changed.has(address))) return last;
      const scored = scoreProject(project, source.read, scoreOne);
      rememberedProjects.set(project, scored);
      return scored;
    });
    const scored = scoreLeaves(items, scoredProjects, scoreOne, source);
    const figure = (address: string): string | null => valueOf(source.read(address), 'number')?.decimal ?? null;
    const executed = figure('budget.executed');
    const budget = figure('budget.annual_budget');
    const rate = exactRate(executed, budget);
    if (rememberedTotals === null || !sameParts(rememberedTotals, scored, rate)) rememberedTotals = { ...scoreTotal(scored, rules, rate), scored, rate };
    const { total, points, weight } = rememberedTotals;
    return {
      engineVersion: ENGINE_VERSION,
      items: scored.map(({ item }) => item),
      total,
      scoreRate: shareOf(points, weight),
      missionScoreRate: missionRate(scored, system.slots.primary),
      executionRate: rateOf(executed, budget, percentRate),
      projects: scoredProjects,
      missing: missingOf(scored, scoredProjects),
    };
  };
  return {
    // Scoring alone never needs the whole model.
    get model() {
      return (model ??= buildFormModel(basis, entries));
    },
    score,
  };
}

function sameParts(last: { readonly scored: readonly ScoredItem[]; readonly rate: Exact | null }, scored: readonly ScoredItem[], rate: Exact | null): boolean {
  const sameRate = last.rate === null || rate === null ? last.rate === rate : compare(last.rate, rate) === 0;
  return sameRate && scored.every((item, index) => item === last.scored[index]);
}

/** Scores the leaves of the table: those that stand alone first, then those that are made of other scores. */
function scoreLeaves(
  items: readonly PreparedItem[],
  projects: readonly ProjectScore[],
  scoreOne: (item: PreparedItem) => ScoredItem,
  source: CellSource,
): readonly ScoredItem[] {
  const alone = items.map((item) => (item.entry.rule.type === 'aggregate' ? null : scoreOne(item)));
  return items.map((item, index) => alone[index] ?? scoreFrom(item, source, partsOf(item, alone, projects)));
}

/** What an aggregate is made of. Leaves and projects that do not apply are left out. */
function partsOf(item: PreparedItem, alone: readonly (ScoredItem | null)[], projects: readonly ProjectScore[]): ScoredPart[] {
  const { rule, code } = item.entry;
  if (rule.type !== 'aggregate') return [];
  if (rule.of === 'projects') {
    return projects.map((project) => ({
      code: project.code,
      name: project.name,
      points: fraction(project.total.score),
      weight: fraction(project.total.fullScore),
      budget: project.annualBudget === null ? null : fraction(project.annualBudget),
    }));
  }
  return alone.flatMap((scored) => {
    if (scored === null || scored.item.partOf !== code || scored.item.status === 'excluded') return [];
    return [{ code: scored.item.code, name: scored.item.name, points: scored.counted, weight: scored.weight, budget: null }];
  });
}

function missingOf(scored: readonly ScoredItem[], projects: readonly ProjectScore[]): readonly string[] {
  const missing = new Set<string>();
  for (const { item } of scored) for (const address of item.missing) missing.add(address);
  for (const project of projects) for (const item of [project.execution, ...project.items]) for (const address of item.missing) missing.add(address);
  return [...missing];
}

/** Reads cells of one set of texts. Cells of the form that several leaves read are parsed once. */
function sourceFrom(index: CellIndex, cells: CellTexts, partOf: PartFinder): CellSource {
  const shared = new Map<string, ReadCell>();
  return {
    read: (address) => {
      const known = shared.get(address);
      if (known) return known;
      const cell = cellOf(address, partOf(address), cells[address] ?? '');
      shared.set(address, cell);
      return cell;
    },
    own: (prefix) => index.own(prefix),
  };
}

/** 履职效能得分率: points of the slots' first-level indicator over its applicable weight. */
function missionRate(scored: readonly ScoredItem[], primary: string): string {
  const mission = scored.filter(({ item }) => item.primary === primary && item.status !== 'excluded' && item.partOf === null);
  return shareOf(sum(mission.map(({ counted }) => counted)), sum(mission.map(({ weight }) => weight)));
}

function shareOf(points: Exact, weight: Exact): string {
  return percentRate(isZero(weight) ? ZERO : div(points, weight));
}
