import { buildFormModel } from '../form/build-form-model';
import { CellChanges } from '../form/cell-changes';
import type { FormBasis } from '../form/form-basis';
import { formEntries, type FormEntries } from '../form/form-entries';
import type { FormModel } from '../form/form-model';
import type { CellTexts } from '../form/sections';
import { percentRate } from '../shared/decimal-format';
import { compare, div, type Exact, isZero, sum, ZERO } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { Derivation } from './derivation';
import { ENGINE_VERSION } from './engine-version';
import { FormCells } from './form-cells';
import { KeptItem, KeptProject, type ScoringPass } from './kept-scores';
import { missingIn } from './missing-cells';
import { type CellReader, valueOf } from './read-cell';
import type { ScoredPart } from './rules/outcome';
import { type PreparedItem, prepareItem, type ScoredItem } from './score-item';
import { exactRate, prepareProject, projectTotalRules, rateOf } from './score-project';
import { ScoreReaders } from './score-readers';
import type { LiveScoreSheet, ProjectScore } from './score-sheet';
import { scoreTotal, type TotalRules, totalRules } from './score-total';
import { createPartFinder, type PartFinder } from './part-finder';

/** Prepares everything that does not depend on the cells. */
export function createLiveScorer(basis: FormBasis): LiveScorer {
  return new LiveScorer(basis);
}

/** What follows from the scores of all leaves and the execution rate. */
interface LastTotals extends Pick<LiveScoreSheet, 'total' | 'scoreRate' | 'missionScoreRate'> {
  readonly scored: readonly ScoredItem[];
  readonly rate: Exact | null;
}

/**
 * Scores the same form again and again: a leaf is scored anew only when a cell it reads has other text than last time. `score` is a pure function of the
 * cells; what is kept is only a cache.
 */
export class LiveScorer {
  private readonly entries: FormEntries;
  private readonly changes = new CellChanges();
  private readonly derive = new Derivation();
  private readonly items: readonly KeptItem[];
  private readonly projects: readonly KeptProject[];
  private readonly partOf: PartFinder;
  private readonly rules: TotalRules;
  private lastTotals: LastTotals | null = null;
  private builtModel: FormModel | null = null;
  private enteredReaders: ScoreReaders | null = null;

  constructor(private readonly basis: FormBasis) {
    const { system, projectForm } = basis;
    this.entries = formEntries(basis);
    this.items = this.entries.department.map((entry) => new KeptItem(prepareItem(entry, system.rounding)));
    const projectRules = projectTotalRules(projectForm);
    this.projects = this.entries.projects.map((project) => {
      const prepared = prepareProject(projectForm, projectRules, project);
      return new KeptProject(prepared, new KeptItem(prepared.execution), prepared.items.map((item) => new KeptItem(item)));
    });
    this.partOf = createPartFinder(basis.projects);
    this.rules = totalRules(fraction(system.totalWeight), system);
  }

  /** Scoring alone never needs the whole model. */
  get model(): FormModel {
    return (this.builtModel ??= buildFormModel(this.basis, this.entries));
  }

  score(cells: CellTexts): LiveScoreSheet {
    const edited = this.changes.next(cells);
    if (edited !== null) this.readers.forget(edited);
    const pass: ScoringPass = { cells: new FormCells(cells, this.partOf), derive: this.derive };
    const projects = this.projects.map((project) => project.score(pass));
    const alone = this.items.map((item) => (item.prepared.entry.rule.type === 'aggregate' ? null : item.score(pass)));
    const scored = this.items.map((item, place) => alone[place] ?? item.scoreFromParts(partsOf(item.prepared, alone, projects), pass));
    const executed = figureOf(pass.cells, 'budget.executed');
    const budget = figureOf(pass.cells, 'budget.annual_budget');
    const { total, scoreRate, missionScoreRate } = this.totals(scored, exactRate(executed, budget));
    return {
      engineVersion: ENGINE_VERSION,
      items: scored.map(({ item }) => item),
      total,
      scoreRate,
      missionScoreRate,
      executionRate: rateOf(executed, budget, (part, whole) => percentRate(div(part, whole))),
      projects,
      missing: [...new Set([...missingIn(scored.map(({ item }) => item)), ...this.projects.flatMap((project) => project.missing)])],
    };
  }

  /** Entered when a form is scored for the second time: many are scored only once. */
  private get readers(): ScoreReaders {
    if (this.enteredReaders !== null) return this.enteredReaders;
    const readers = new ScoreReaders();
    for (const score of [...this.items, ...this.projects]) score.enter(readers);
    this.enteredReaders = readers;
    return readers;
  }

  private totals(scored: readonly ScoredItem[], rate: Exact | null): LastTotals {
    const last = this.lastTotals;
    if (last !== null && sameParts(last, scored, rate)) return last;
    const { total, points, weight } = scoreTotal(scored, this.rules, rate);
    const missionScoreRate = missionRate(scored, this.basis.system.slots.primary);
    return (this.lastTotals = { total, scoreRate: shareOf(points, weight), missionScoreRate, scored, rate });
  }
}

function figureOf(cells: CellReader, address: string): string | null {
  return valueOf(cells.read(address), 'number')?.decimal ?? null;
}

function sameParts(last: LastTotals, scored: readonly ScoredItem[], rate: Exact | null): boolean {
  const sameRate = last.rate === null || rate === null ? last.rate === rate : compare(last.rate, rate) === 0;
  return sameRate && scored.every((item, index) => item === last.scored[index]);
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

/** 履职效能得分率: points of the slots' first-level indicator over its applicable weight. */
function missionRate(scored: readonly ScoredItem[], primary: string): string {
  const mission = scored.filter(({ item }) => item.primary === primary && item.status !== 'excluded' && item.partOf === null);
  return shareOf(sum(mission.map(({ counted }) => counted)), sum(mission.map(({ weight }) => weight)));
}

function shareOf(points: Exact, weight: Exact): string {
  return percentRate(isZero(weight) ? ZERO : div(points, weight));
}
