import { buildFormModel } from '../form/build-form-model';
import type { CellTexts } from '../form/sections';
import type { Snapshot } from '../form/snapshot';
import type { NamedIndicator } from '../narrative/prose';
import type { LiveScoreSheet } from '../scoring/score-sheet';
import { cellGroups } from './cell-groups';
import { type ParsedCells, readCells } from './cell-reading';
import type { CheckContext, CheckedTable, Evidence, Prose } from './check-context';
import { bareTables, scoredTables } from './form-tables';
import { NO_PROSE_READER, proseOf, type ProseReader, type ReadPassage, readPassage } from './prose-facts';
import { thresholdsOf } from './thresholds';

/** A form without what is typed into it. */
export type CheckedForm = Pick<Snapshot, 'system' | 'projectForm' | 'bindings' | 'projects' | 'round'>;

/** What a form is filled with. */
export interface FilledForm {
  readonly cells: CellTexts;
  readonly evidence?: Snapshot['evidence'];
}

/** The parts of a context that are looked at as a whole. */
export type ContextPart = 'tables' | 'prose' | 'evidence';

/** Is told what a check looks at. */
export interface ReadingObserver {
  readonly cell: (address: string) => void;
  readonly part: (part: ContextPart) => void;
}

/**
 * Prepares what no typed text changes, and gives a context for each state of the form. A context stands for the state it was made of; the parts
 * that an edit leaves as they were (tables, leaves, passages) are the same objects in the next context.
 */
export interface FormContexts {
  readonly contextOf: (filled: FilledForm, sheet: LiveScoreSheet, observer?: ReadingObserver) => CheckContext;
}

export function createFormContexts(form: CheckedForm, reader: ProseReader = NO_PROSE_READER): FormContexts {
  const model = buildFormModel(form);
  const bare = bareTables(form);
  const groups = cellGroups(model, bare);
  const thresholds = thresholdsOf(form.system);
  const leaves = bare.flatMap((table) => table.leaves);
  const indicators: NamedIndicator[] = leaves.map(({ key, names, entry }) => ({ key, names, unit: entry.unit }));
  const parsedCells: ParsedCells = new Map();
  let tables: readonly CheckedTable[] | null = null;
  let evidence: { readonly given: FilledForm['evidence']; readonly list: readonly Evidence[] } = { given: undefined, list: [] };
  let prose: { readonly passages: readonly ReadPassage[]; readonly prose: Prose } = { passages: [], prose: proseOf([]) };

  const proseFor = (text: (address: string) => string): Prose => {
    const known = prose.passages;
    const passages = reader.passagesOfForm(text).map((passage) => {
      const last = known.find((read) => read.passage.key === passage.key);
      return last?.passage.text === passage.text ? last : readPassage(reader, passage, indicators);
    });
    const isSame = passages.length === known.length && passages.every((read, index) => read === known[index]);
    if (!isSame) prose = { passages, prose: proseOf(passages) };
    return prose.prose;
  };

  const evidenceFor = (given: FilledForm['evidence']): readonly Evidence[] => {
    if (given !== evidence.given) {
      const list = (given ?? []).map(({ address, name, documentDate, sha256 }): Evidence => {
        const leaf = leaves.find(({ entry }) => address.startsWith(`${entry.prefix}.`));
        return { address, indicator: leaf?.key ?? null, name, date: documentDate, sha256 };
      });
      evidence = { given, list };
    }
    return evidence.list;
  };

  return {
    contextOf: (filled, sheet, observer) => {
      const current = (tables = scoredTables(bare, sheet, tables));
      const currentProse = proseFor((address) => filled.cells[address] ?? '');
      const currentEvidence = evidenceFor(filled.evidence);
      return {
        source: 'form',
        fiscalYear: form.round.fiscalYear,
        thresholds,
        groups,
        get tables() {
          observer?.part('tables');
          return current;
        },
        get prose() {
          observer?.part('prose');
          return currentProse;
        },
        get evidence() {
          observer?.part('evidence');
          return currentEvidence;
        },
        ...readCells(model.byAddress, filled.cells, parsedCells, observer?.cell),
      };
    },
  };
}

/** The context of one form and its score sheet (a frozen one or the live one of a form being filled in). */
export function createCheckContext(snapshot: CheckedForm & FilledForm, sheet: LiveScoreSheet): CheckContext {
  return createFormContexts(snapshot).contextOf(snapshot, sheet);
}
