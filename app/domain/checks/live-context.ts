import { passagesOfForm } from '../narrative/passages-of-form';
import type { LiveScoreSheet } from '../scoring/score-sheet';
import { type CellReading, type ParsedCells, readCells } from './cell-reading';
import type { CheckContext, Evidence, Prose } from './check-context';
import { evidenceOf, type FilledForm, type PreparedForm } from './form-context';
import { LiveTables } from './live-tables';
import { proseOf, type ReadPassage, readPassage } from './prose-facts';

/** Is told what a check looks at: a cell, or another fact — a score ("LZ-02", "total P03"), the prose, the evidence. */
export interface LookObserver {
  readonly cell: (address: string) => void;
  readonly fact: (name: string) => void;
}

export interface LiveState {
  readonly context: CheckContext;
  /** Facts that are others than in the state before; none for the first. */
  readonly changed: readonly string[];
}

const PROSE = 'prose';
const EVIDENCE = 'evidence';

/** A context that tells what is looked at. A class: objects with accessors of their own, one per keystroke, would each have a shape of its own. */
class WatchedContext implements CheckContext {
  readonly source = 'form';
  readonly fiscalYear: CheckContext['fiscalYear'];
  readonly thresholds: CheckContext['thresholds'];
  readonly groups: CheckContext['groups'];
  readonly text: CheckContext['text'];
  readonly has: CheckContext['has'];
  readonly parsed: CheckContext['parsed'];
  readonly money: CheckContext['money'];
  readonly #prose: Prose;
  readonly #evidence: readonly Evidence[];
  readonly #observer: LookObserver;

  constructor(form: PreparedForm, readonly tables: CheckContext['tables'], cells: CellReading, prose: Prose, evidence: readonly Evidence[], observer: LookObserver) {
    this.fiscalYear = form.fiscalYear;
    this.thresholds = form.thresholds;
    this.groups = form.groups;
    this.text = cells.text;
    this.has = cells.has;
    this.parsed = cells.parsed;
    this.money = cells.money;
    this.#prose = prose;
    this.#evidence = evidence;
    this.#observer = observer;
  }

  get prose(): Prose {
    this.#observer.fact(PROSE);
    return this.#prose;
  }

  get evidence(): readonly Evidence[] {
    this.#observer.fact(EVIDENCE);
    return this.#evidence;
  }
}

/** The contexts of a form that is edited: parts that an edit leaves as they were are the same objects in the next, and only the latest is valid. */
export class LiveContexts {
  readonly #form: PreparedForm;
  readonly #observer: LookObserver;
  readonly #tables: LiveTables;
  readonly #parsed: ParsedCells = new Map();
  #passages: readonly ReadPassage[] = [];
  #prose: Prose = proseOf([]);
  #files: FilledForm['evidence'];
  #evidence: readonly Evidence[] = [];

  constructor(form: PreparedForm, observer: LookObserver) {
    this.#form = form;
    this.#observer = observer;
    this.#tables = new LiveTables(form.tables, observer.fact);
  }

  next(filled: FilledForm, sheet: LiveScoreSheet): LiveState {
    const changed = [...this.#tables.update(sheet)];
    if (this.#readProse(filled)) changed.push(PROSE);
    if (filled.evidence !== this.#files) {
      this.#files = filled.evidence;
      this.#evidence = evidenceOf(this.#form, filled.evidence);
      changed.push(EVIDENCE);
    }
    return { context: this.#context(filled), changed };
  }

  #context(filled: FilledForm): CheckContext {
    const cells = readCells(this.#form.model.byAddress, filled.cells, this.#parsed, this.#observer.cell);
    return new WatchedContext(this.#form, this.#tables.tables, cells, this.#prose, this.#evidence, this.#observer);
  }

  /** Reads the passages whose text has changed; says whether there are any. */
  #readProse({ cells }: FilledForm): boolean {
    const last = this.#passages;
    const passages = passagesOfForm((address) => cells[address] ?? '').map((passage) => {
      const known = last.find((read) => read.passage.key === passage.key);
      return known?.passage.text === passage.text ? known : readPassage(passage, this.#form.indicators);
    });
    if (passages.length === last.length && passages.every((read, index) => read === last[index])) return false;
    this.#passages = passages;
    this.#prose = proseOf(passages);
    return true;
  }
}
