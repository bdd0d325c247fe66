import { buildFormModel, type FormBasis } from '../form/build-form-model';
import type { FormModel } from '../form/form-model';
import { indicatorEntries } from '../form/indicator-entry';
import { parseCell } from '../form/parse-cell';
import type { CellTexts } from '../form/sections';
import { percentRate } from '../shared/decimal-format';
import { div, type Exact, fraction, isZero, sum, ZERO } from '../shared/fraction';
import { ENGINE_VERSION } from './engine-version';
import { type CellReader, type ReadCell, valueOf } from './read-cell';
import { type PreparedItem, prepareItem, type ScoredItem, scoreItem } from './score-item';
import { prepareProject, rateOf, scoreProject } from './score-project';
import type { LiveScoreSheet } from './score-sheet';
import { scoreTotal, type TotalRules } from './score-total';

/** Scores the same form again and again: a leaf is scored anew only when a cell it reads has other text than last time. */
export interface LiveScorer {
  readonly model: FormModel;
  readonly score: (cells: CellTexts) => LiveScoreSheet;
}

const EMPTY_CELL = { status: 'empty' } as const;

/** Prepares everything that does not depend on the cells. `score` is a pure function of the cells; what it keeps is only a cache. */
export function createLiveScorer(basis: FormBasis): LiveScorer {
  const model = buildFormModel(basis);
  const { system, projectForm } = basis;
  const items = indicatorEntries(system, basis.bindings).map((entry) => prepareItem(entry, system.rounding));
  const projects = basis.projects.map((project) => prepareProject(projectForm, project));
  const rules: TotalRules = { totalWeight: fraction(system.totalWeight), rounding: system.rounding, gradeBands: system.gradeBands };
  const remembered = new Map<PreparedItem, { readonly texts: readonly string[]; readonly scored: ScoredItem }>();

  const score = (cells: CellTexts): LiveScoreSheet => {
    const read = readerOf(model, cells);
    const scoreOne = (item: PreparedItem): ScoredItem => {
      const last = remembered.get(item);
      if (last && item.addresses.every((address, index) => textAt(cells, address) === last.texts[index])) return last.scored;
      const scored = scoreItem(item, read);
      remembered.set(item, { texts: item.addresses.map((address) => textAt(cells, address)), scored });
      return scored;
    };
    const scored = items.map(scoreOne);
    const scoredProjects = projects.map((project) => scoreProject(project, read, scoreOne));
    const { total, points, weight } = scoreTotal(scored, rules);
    const figure = (address: string): string | null => valueOf(read(address), 'number')?.decimal ?? null;
    return {
      engineVersion: ENGINE_VERSION,
      items: scored.map(({ item }) => item),
      total,
      scoreRate: shareOf(points, weight),
      missionScoreRate: missionRate(scored, system.slots.primary),
      executionRate: rateOf(figure('budget.executed'), figure('budget.annual_budget'), percentRate),
      projects: scoredProjects,
      missing: [
        ...new Set([
          ...scored.flatMap(({ item }) => item.missing),
          ...scoredProjects.flatMap((project) => [project.execution, ...project.items].flatMap((item) => item.missing)),
        ]),
      ],
    };
  };
  return { model, score };
}

/** An address holds a dot, so it never names a member that objects inherit. */
function textAt(cells: CellTexts, address: string): string {
  return cells[address] ?? '';
}

/** Reads cells of one set of texts, parsing each at most once. */
function readerOf(model: FormModel, cells: CellTexts): CellReader {
  const seen = new Map<string, ReadCell>();
  return (address) => {
    const typed = textAt(cells, address);
    const known = typed === '' ? undefined : seen.get(address);
    if (known) return known;
    const spec = model.byAddress.get(address) ?? null;
    if (spec === null || typed === '') return { address, spec, typed, parsed: EMPTY_CELL };
    const cell: ReadCell = { address, spec, typed, parsed: parseCell(spec, typed) };
    seen.set(address, cell);
    return cell;
  };
}

/** 履职效能得分率: points of the slots' first-level indicator over its applicable weight. */
function missionRate(scored: readonly ScoredItem[], primary: string): string {
  const mission = scored.filter(({ item }) => item.primary === primary && item.status !== 'excluded');
  return shareOf(sum(mission.map(({ counted }) => counted)), sum(mission.map(({ weight }) => weight)));
}

function shareOf(points: Exact, weight: Exact): string {
  return percentRate(isZero(weight) ? ZERO : div(points, weight));
}
