import type { CellPart } from '../form/leaf-cells';
import type { Derivation } from './derivation';
import { missingIn } from './missing-cells';
import type { CellReader, ReadCell } from './read-cell';
import type { ScoredPart } from './rules/outcome';
import { type PreparedItem, type ScoredItem, scoreItem } from './score-item';
import { type PreparedProject, type ProjectFunds, readFunds, scoreProject } from './score-project';
import type { KeptScore, ScoreReaders } from './score-readers';
import type { ProjectScore } from './score-sheet';

/** What scoring one set of texts goes by. */
export interface ScoringPass {
  readonly cells: CellReader;
  readonly derive: Derivation;
}

const NO_PARTS: readonly ScoredPart[] = [];

/** A leaf with its score of last time. */
export class KeptItem implements KeptScore {
  private last: ScoredItem | null = null;

  constructor(readonly prepared: PreparedItem) {}

  score(pass: ScoringPass): ScoredItem {
    return (this.last ??= this.scoreFromParts(NO_PARTS, pass));
  }

  /** An aggregate's score follows from others and is made anew each time. */
  scoreFromParts(parts: readonly ScoredPart[], { cells, derive }: ScoringPass): ScoredItem {
    return scoreItem(this.prepared, cells, parts, derive);
  }

  forget(): void {
    this.last = null;
  }

  /** Enters the leaf, and what its score is part of, as readers of its own cells and of those its rule reads. */
  enter(readers: ScoreReaders, ...parts: readonly KeptScore[]): void {
    const { entry, reads } = this.prepared;
    readers.add(entry.addresses.prefix, this, ...parts);
    for (const address of reads) readers.add(address, this, ...parts);
  }
}

/** A project with its score of last time. */
export class KeptProject implements KeptScore {
  private last: ProjectScore | null = null;
  /** What its scores lack. */
  missing: readonly string[] = [];

  constructor(
    private readonly prepared: PreparedProject,
    private readonly execution: KeptItem,
    private readonly items: readonly KeptItem[],
  ) {}

  score(pass: ScoringPass): ProjectScore {
    if (this.last !== null) return this.last;
    const funds = readFunds(this.prepared, pass.cells);
    const own: ScoringPass = { cells: new ProjectCells(pass.cells, this.prepared, funds), derive: pass.derive };
    const items = this.items.map((item) => item.score(own));
    this.last = scoreProject(this.prepared, funds, this.execution.score(own), items);
    this.missing = missingIn([this.last.execution, ...this.last.items]);
    return this.last;
  }

  forget(): void {
    this.last = null;
  }

  /** The execution line reads both sums of the funds table, so an edit of them concerns the project too. */
  enter(readers: ScoreReaders): void {
    for (const item of [this.execution, ...this.items]) item.enter(readers, this);
  }
}

/** The cells of a form with a project's own funds at hand. */
class ProjectCells implements CellReader {
  constructor(
    private readonly form: CellReader,
    private readonly project: PreparedProject,
    private readonly funds: ProjectFunds,
  ) {}

  text(address: string): string {
    return this.form.text(address);
  }

  read(address: string, part?: CellPart | null): ReadCell {
    if (address === this.project.executed) return this.funds.executed;
    return address === this.project.annualBudget ? this.funds.annualBudget : this.form.read(address, part);
  }
}
