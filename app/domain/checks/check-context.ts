import { buildFormModel } from '../form/build-form-model';
import type { CellAddress } from '../form/cell-address';
import type { CellSpec, FormModel } from '../form/form-model';
import { indicatorEntries, type IndicatorEntry, projectIndicatorEntries } from '../form/indicator-entry';
import { type ParsedCell, parseCell } from '../form/parse-cell';
import type { ProjectBinding } from '../form/project-form';
import type { Snapshot } from '../form/snapshot';
import type { ItemScore, LiveScoreSheet, ProjectScore } from '../scoring/score-sheet';
import { type Exact, fraction } from '../shared/fraction';

/** One leaf of the department's table or of a project's table, with its score. */
export interface Leaf {
  readonly entry: IndicatorEntry;
  readonly item: ItemScore;
  /** Unique among all leaves: "LZ-02", "P03.I02". */
  readonly key: string;
  /** How a sentence names it: "第 2 项“商事主体数”". */
  readonly place: string;
}

export interface CheckedProject {
  readonly binding: ProjectBinding;
  readonly score: ProjectScore;
  readonly leaves: readonly Leaf[];
  /** How a sentence names it: "项目 P03“特种设备安全监察”". */
  readonly place: string;
}

/** A money cell that holds a figure. */
export interface MoneyFigure {
  readonly address: CellAddress;
  readonly label: string;
  /** In 万元. */
  readonly value: Exact;
  readonly decimal: string;
}

/** Everything a check may look at. Reading never throws: an address the form does not have reads as an empty cell. */
export interface CheckContext {
  readonly snapshot: Snapshot;
  readonly sheet: LiveScoreSheet;
  readonly model: FormModel;
  readonly leaves: readonly Leaf[];
  readonly projects: readonly CheckedProject[];
  readonly parsed: (spec: CellSpec) => ParsedCell;
  /** Trimmed text of a cell, "" when empty. */
  readonly text: (address: string) => string;
  /** A figure, "empty" or "unreadable". */
  readonly money: (address: string) => MoneyFigure | 'empty' | 'unreadable';
}

export function createCheckContext(snapshot: Snapshot, sheet: LiveScoreSheet): CheckContext {
  const model = buildFormModel(snapshot);
  const cache = new Map<string, ParsedCell>();
  const text = (address: string): string => (Object.prototype.hasOwnProperty.call(snapshot.cells, address) ? snapshot.cells[address]!.trim() : '');
  const parsed = (spec: CellSpec): ParsedCell => {
    const known = cache.get(spec.address);
    if (known) return known;
    const read = parseCell(spec, text(spec.address));
    cache.set(spec.address, read);
    return read;
  };
  const money = (address: string): MoneyFigure | 'empty' | 'unreadable' => {
    const spec = model.byAddress.get(address);
    if (!spec) return 'empty';
    const read = parsed(spec);
    if (read.status === 'ok' && read.value.kind === 'number') {
      return { address: spec.address, label: spec.label, value: fraction(read.value.decimal), decimal: read.value.decimal };
    }
    return read.status === 'invalid' ? 'unreadable' : 'empty';
  };
  return {
    snapshot,
    sheet,
    model,
    leaves: leavesOf(indicatorEntries(snapshot.system, snapshot.bindings), sheet.items, (entry) => entry.code, ''),
    projects: snapshot.projects.map((binding, index) => {
      const score = sheet.projects[index]!;
      const place = `项目 ${binding.code}“${binding.name}”`;
      return { binding, score, place, leaves: leavesOf(projectIndicatorEntries(binding), score.items, (entry) => `${binding.code}.${entry.code}`, place) };
    }),
    parsed,
    text,
    money,
  };
}

function leavesOf(entries: readonly IndicatorEntry[], items: readonly ItemScore[], keyOf: (entry: IndicatorEntry) => string, owner: string): Leaf[] {
  return entries.map((entry, index) => ({ entry, item: items[index]!, key: keyOf(entry), place: `${owner}第 ${index + 1} 项“${entry.name}”` }));
}

/** The leaves of the department's table and of all projects. */
export function allLeaves(context: CheckContext): readonly Leaf[] {
  return [...context.leaves, ...context.projects.flatMap((project) => project.leaves)];
}
