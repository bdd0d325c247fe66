import { REQUIRED_EMPTY } from '~/app/components/workspace/finding-counts';
import type { CheckResult, Confirmation, Finding } from '~/app/domain/checks/finding';
import { specFor } from '~/app/domain/form/answers';
import { buildFormModel } from '~/app/domain/form/build-form-model';
import { projectAddresses } from '~/app/domain/form/project-addresses';
import { basicsCells, narrativeCells } from '~/app/domain/form/fixed-cells';
import { cellCaption } from '~/app/domain/form/form-model';
import { indicatorEntries, projectExecutionEntry, projectIndicatorEntries } from '~/app/domain/form/indicator-entry';
import type { Snapshot } from '~/app/domain/form/snapshot';
import type { LiveScoreSheet, ProjectScore, ScoreTotal } from '~/app/domain/scoring/score-sheet';
import { FUND_SOURCE_NAMES } from '~/app/domain/shared/fund-source';
import type { Grade } from '~/app/domain/shared/grade';
import { type BudgetView, budgetView, type FundsRow, fundsRows } from './money-rows';
import type { ReviewTab } from './review-tabs';
import { type ScoreRow, scoreRows } from './score-rows';

export interface ReviewedForm {
  readonly snapshot: Snapshot;
  readonly sheet: LiveScoreSheet | null;
  readonly checks: CheckResult | null;
}

export interface ProjectRow {
  readonly code: string;
  readonly name: string;
  readonly fundSource: string;
  readonly implementingUnit: string;
  readonly annualBudget: string | null;
  readonly executed: string | null;
  readonly executionRate: string | null;
  readonly score: string | null;
  readonly selfScore: string | null;
  readonly grade: Grade | null;
}

export interface ProjectView {
  readonly row: ProjectRow;
  readonly funds: readonly FundsRow[];
  readonly execution: { readonly weight: string; readonly score: string | null; readonly rate: string | null; readonly isExcluded: boolean };
  readonly expectedGoal: string;
  readonly actualGoal: string;
  readonly scores: readonly ScoreRow[];
  readonly total: ScoreTotal | null;
}

export interface ShownFinding extends Pick<Finding, 'id' | 'key' | 'level' | 'message' | 'quotes' | 'answer' | 'answered'> {
  /** What it concerns, named as the form names it. */
  readonly captions: readonly string[];
}

export interface TextPart {
  readonly label: string;
  readonly text: string;
}

/** What one tab shows, without what the other tabs need: the page sends only this. */
export type TabView =
  | { readonly tab: 'indicators'; readonly rows: readonly ScoreRow[]; readonly total: ScoreTotal | null; readonly fullWeight: string }
  | { readonly tab: 'budget'; readonly budget: BudgetView }
  | { readonly tab: 'projects'; readonly projects: readonly ProjectRow[]; readonly opened: ProjectView | null }
  | { readonly tab: 'narrative'; readonly facts: readonly TextPart[]; readonly texts: readonly TextPart[] }
  | { readonly tab: 'checks'; readonly findings: readonly ShownFinding[]; readonly confirmations: readonly Pick<Confirmation, 'id' | 'message'>[]; readonly emptyCells: number; readonly isScored: boolean }
  | { readonly tab: 'history' };

/** `openedProject` is the code in the URL; one that does not exist shows the list. */
export function tabView(tab: ReviewTab, form: ReviewedForm, openedProject: string | null): TabView {
  const { snapshot, sheet, checks } = form;
  switch (tab) {
    case 'indicators':
      return {
        tab,
        rows: scoreRows(indicatorEntries(snapshot), sheet?.items ?? null, buildFormModel(snapshot), snapshot.cells),
        total: sheet?.total ?? null,
        fullWeight: snapshot.system.totalWeight,
      };
    case 'budget':
      return { tab, budget: budgetView(snapshot.cells) };
    case 'projects':
      return { tab, projects: projectRows(form), opened: projectView(form, openedProject) };
    case 'narrative':
      return { tab, ...textsOf(snapshot) };
    case 'checks':
      return {
        tab,
        findings: shownFindings(form),
        confirmations: (checks?.confirmations ?? []).map(({ id, message }) => ({ id, message })),
        emptyCells: (checks?.findings ?? []).filter(({ id }) => id === REQUIRED_EMPTY).length,
        isScored: checks !== null,
      };
    case 'history':
      return { tab };
  }
}

function projectRows({ snapshot, sheet }: ReviewedForm): ProjectRow[] {
  return snapshot.projects.map((project, index) => {
    const score: ProjectScore | undefined = sheet?.projects[index];
    return {
      code: project.code,
      name: project.name,
      fundSource: FUND_SOURCE_NAMES[project.fundSource],
      implementingUnit: project.implementingUnit ?? '本部门',
      annualBudget: score?.annualBudget ?? null,
      executed: score?.executed ?? null,
      executionRate: score?.executionRate ?? null,
      score: score?.total.score ?? null,
      selfScore: score?.total.selfScore ?? null,
      grade: score?.total.grade ?? null,
    };
  });
}

function projectView(form: ReviewedForm, code: string | null): ProjectView | null {
  const { snapshot, sheet } = form;
  const index = snapshot.projects.findIndex((project) => project.code === code);
  const project = snapshot.projects[index];
  if (!project) return null;
  const score = sheet?.projects[index];
  const entries = [projectExecutionEntry(snapshot.projectForm, project), ...projectIndicatorEntries(snapshot, project)];
  return {
    row: projectRows(form)[index]!,
    funds: fundsRows(project, snapshot.cells),
    execution: {
      weight: snapshot.projectForm.executionWeight,
      score: score && score.execution.status === 'scored' ? score.execution.score : null,
      rate: score?.executionRate ?? null,
      isExcluded: score?.execution.status === 'excluded',
    },
    expectedGoal: project.expectedGoal,
    actualGoal: snapshot.cells[projectAddresses(project.code).goal] ?? '',
    scores: scoreRows(entries, score ? [score.execution, ...score.items] : null, buildFormModel(snapshot), snapshot.cells),
    total: score?.total ?? null,
  };
}

function textsOf({ cells }: Snapshot): { facts: TextPart[]; texts: TextPart[] } {
  const specs = [...basicsCells(), ...narrativeCells()];
  const parts = (isLong: boolean): TextPart[] =>
    specs
      .filter(({ kind }) => (kind === 'long_text') === isLong)
      .map(({ address, label, unit }) => ({ label, text: cells[address] === undefined ? '' : `${cells[address]}${isLong || unit === '' ? '' : ` ${unit}`}` }));
  return { facts: parts(false), texts: parts(true) };
}

function shownFindings({ snapshot, checks }: ReviewedForm): ShownFinding[] {
  const model = buildFormModel(snapshot);
  return (checks?.findings ?? []).filter(({ id }) => id !== REQUIRED_EMPTY).map(({ id, key, level, message, quotes, answer, answered, addresses }) => ({
    id,
    key,
    level,
    message,
    quotes,
    answer,
    answered,
    captions: addresses.slice(0, 4).flatMap((address) => {
      const spec = specFor(model, address);
      return spec ? [cellCaption(spec)] : [];
    }),
  }));
}
