import type { CellAddress } from '../form/cell-address';
import { FUNDING_COLUMNS, FUNDING_ROWS, projectAddresses } from '../form/project-addresses';
import type { FormBasis } from '../form/form-basis';
import { indicatorEntries, type IndicatorEntry, projectIndicatorEntries } from '../form/indicator-entry';
import { FUNDING_COLUMN_NAMES } from '../form/project-cells';
import type { ProjectBinding } from '../form/project-form';
import type { LiveScoreSheet } from '../scoring/score-sheet';
import { sum } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import type { CheckedTable, ExecutionCells, FundingColumn, Leaf, WeightedParent } from './check-context';

/** A leaf without its score: everything about it that no cell changes. */
export type BareLeaf = Omit<Leaf, 'item'>;

/** A table without its scores. */
export interface BareTable {
  readonly frame: Omit<CheckedTable, 'leaves' | 'execution' | 'total' | 'parents'>;
  readonly execution: Omit<ExecutionCells, 'score'>;
  readonly parents: CheckedTable['parents'];
  readonly leaves: readonly BareLeaf[];
}

const SOURCE_ROWS = FUNDING_ROWS.filter((row) => row !== 'total');
const NOTHING_PRINTED = { printedTotal: null, printedGrade: null } as const;

/** The tables of a form: the department's first, then one per project, as they were bound. */
export function bareTables(basis: FormBasis): BareTable[] {
  return [departmentTable(basis), ...basis.projects.map((project) => projectTable(basis, project))];
}

function departmentTable(basis: FormBasis): BareTable {
  const { system, bindings } = basis;
  const entries = indicatorEntries(basis);
  return {
    frame: {
      subject: '',
      place: '',
      title: '部门整体指标',
      project: null,
      funding: [],
      expectedWeight: fraction(system.totalWeight),
      gradeBands: system.gradeBands,
      ...NOTHING_PRINTED,
    },
    execution: { budget: 'budget.annual_budget' as CellAddress, executed: 'budget.executed' as CellAddress, deviation: null, printedRate: null },
    parents: aggregates(entries),
    leaves: entries.map((entry, index) => {
      const binding = entry.origin === 'slot' ? bindings[index] : undefined;
      return bareLeaf(entry, index, entry.code, '', binding?.aliases ?? [], binding?.unit ?? '');
    }),
  };
}

function projectTable(basis: FormBasis, project: ProjectBinding): BareTable {
  const { projectForm } = basis;
  const { code, name, fundSource } = project;
  const place = `项目 ${code}“${name}”`;
  const entries = projectIndicatorEntries(basis, project);
  return {
    frame: {
      subject: code,
      place,
      title: place,
      project: { code, name, fundSource },
      funding: fundingColumns(code),
      expectedWeight: sum(projectForm.primaries.map((primary) => fraction(primary.weight))),
      gradeBands: projectForm.gradeBands,
      ...NOTHING_PRINTED,
    },
    execution: {
      budget: projectAddresses(code).funding('total', 'annual_budget'),
      executed: projectAddresses(code).funding('total', 'executed'),
      deviation: projectAddresses(code).execution.deviation,
      printedRate: null,
    },
    parents: projectForm.primaries.map((primary, index) => ({
      key: String(index + 1),
      name: primary.name,
      weight: fraction(primary.weight),
      children: entries.filter((entry) => entry.primary === primary.name).map((entry) => entry.weight),
    })),
    leaves: entries.map((entry, index) => bareLeaf(entry, index, `${code}.${entry.code}`, place, [], project.indicators[index]!.unit)),
  };
}

/** Leaves that are made of other leaves, which then share out their points. */
function aggregates(entries: readonly IndicatorEntry[]): WeightedParent[] {
  return entries.flatMap(({ code, name, weight }) => {
    const children = entries.filter((entry) => entry.partOf === code).map((entry) => entry.weight);
    return children.length === 0 ? [] : [{ key: code, name, weight, children }];
  });
}

function bareLeaf(entry: IndicatorEntry, index: number, key: string, owner: string, aliases: readonly string[], measureUnit: string): BareLeaf {
  return { entry, key, place: `${owner}第 ${index + 1} 项“${entry.name}”`, names: [entry.name, ...aliases], measureUnit, isWeighted: true };
}

function fundingColumns(project: string): FundingColumn[] {
  return FUNDING_COLUMNS.map((column) => ({
    key: column,
    name: FUNDING_COLUMN_NAMES[column],
    total: projectAddresses(project).funding('total', column),
    sources: SOURCE_ROWS.map((row) => projectAddresses(project).funding(row, column)),
  }));
}

/** Puts the scores of a sheet into the tables. */
export function scoredTables(bare: readonly BareTable[], sheet: LiveScoreSheet): readonly CheckedTable[] {
  return bare.map(({ frame, execution, parents, leaves }, index): CheckedTable => {
    const score = index === 0 ? { execution: null, items: sheet.items, total: sheet.total } : sheet.projects[index - 1]!;
    return {
      ...frame,
      parents,
      execution: { ...execution, score: score.execution },
      leaves: leaves.map((leaf, place): Leaf => ({ ...leaf, item: score.items[place]! })),
      total: score.total,
    };
  });
}
