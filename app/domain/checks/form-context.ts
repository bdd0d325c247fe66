import { buildFormModel } from '../form/build-form-model';
import type { FormModel } from '../form/form-model';
import type { CellTexts } from '../form/sections';
import type { Snapshot } from '../form/snapshot';
import { passagesOfForm } from '../narrative/passages-of-form';
import type { NamedIndicator } from '../narrative/prose';
import type { LiveScoreSheet } from '../scoring/score-sheet';
import { cellGroups } from './cell-groups';
import { readCells } from './cell-reading';
import type { CellGroup, CheckContext, Evidence } from './check-context';
import { type BareTable, bareTables, scoredTables } from './form-tables';
import { proseOf, readPassage } from './prose-facts';
import { type Thresholds, thresholdsOf } from './thresholds';

/** A form without what is typed into it. */
export type CheckedForm = Pick<Snapshot, 'system' | 'projectForm' | 'bindings' | 'projects' | 'round'>;

/** What a form is filled with. */
export interface FilledForm {
  readonly cells: CellTexts;
  readonly evidence?: Snapshot['evidence'];
}

/** Everything about a form that no typed text changes. */
export interface PreparedForm {
  readonly fiscalYear: number;
  readonly thresholds: Thresholds;
  readonly model: FormModel;
  readonly tables: readonly BareTable[];
  readonly groups: readonly CellGroup[];
  readonly indicators: readonly NamedIndicator[];
}

export function prepareForm(form: CheckedForm): PreparedForm {
  const model = buildFormModel(form);
  const tables = bareTables(form);
  const indicators = tables.flatMap(({ leaves }) => leaves.map(({ key, names, entry }) => ({ key, names, unit: entry.unit })));
  return { fiscalYear: form.round.fiscalYear, thresholds: thresholdsOf(form.system), model, tables, groups: cellGroups(model, tables), indicators };
}

/** The supporting files of a form, each with the leaf whose cell it is attached to. */
export function evidenceOf({ tables }: PreparedForm, files: FilledForm['evidence']): readonly Evidence[] {
  const leaves = tables.flatMap((table) => table.leaves);
  return (files ?? []).map(({ address, name, documentDate, sha256 }) => {
    const leaf = leaves.find(({ entry }) => address.startsWith(`${entry.addresses.prefix}.`));
    return { address, indicator: leaf?.key ?? null, name, date: documentDate, sha256 };
  });
}

/** The context of one form and its score sheet (a frozen one or the live one of a form being filled in). */
export function createCheckContext(snapshot: CheckedForm & FilledForm, sheet: LiveScoreSheet): CheckContext {
  const form = prepareForm(snapshot);
  const { fiscalYear, thresholds, groups, model, indicators } = form;
  const passages = passagesOfForm((address) => snapshot.cells[address] ?? '');
  return {
    source: 'form',
    fiscalYear,
    thresholds,
    groups,
    tables: scoredTables(form.tables, sheet),
    prose: proseOf(passages.map((passage) => readPassage(passage, indicators))),
    evidence: evidenceOf(form, snapshot.evidence),
    ...readCells(model.byAddress, snapshot.cells),
  };
}
