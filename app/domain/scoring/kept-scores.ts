import type { CellPart } from '../form/leaf-cells';
import type { Changes } from './changes';
import type { Derivation } from './derivation';
import type { CellReader, ReadCell } from './read-cell';
import type { ScoredPart } from './rules/outcome';
import { type PreparedItem, type ScoredItem, scoreItem } from './score-item';
import { type PreparedProject, type ProjectFunds, readFunds, scoreProject } from './score-project';
import type { ProjectScore } from './score-sheet';

/** What scoring one set of texts goes by; `changes` is null where nothing was scored before. */
export interface ScoringPass {
  readonly cells: CellReader;
  readonly derive: Derivation;
  readonly changes: Changes | null;
}

const NO_PARTS: readonly ScoredPart[] = [];

/** A leaf with its score of last time, which stands until a cell it reads has other text. */
export class KeptItem {
  private last: ScoredItem | null = null;

  constructor(readonly prepared: PreparedItem) {}

  score(pass: ScoringPass): ScoredItem {
    if (this.last === null || pass.changes?.touches(this.prepared) === true) this.last = this.scoreFromParts(NO_PARTS, pass);
    return this.last;
  }

  /** An aggregate's score follows from others and is made anew each time. */
  scoreFromParts(parts: readonly ScoredPart[], { cells, derive }: ScoringPass): ScoredItem {
    return scoreItem(this.prepared, cells, parts, derive);
  }
}

/** A project with its score of last time, which stands until a cell of the project has other text. */
export class KeptProject {
  private last: ProjectScore | null = null;

  constructor(
    private readonly prepared: PreparedProject,
    private readonly execution: KeptItem,
    private readonly items: readonly KeptItem[],
  ) {}

  score(pass: ScoringPass): ProjectScore {
    if (this.last !== null && pass.changes?.touchesProject(this.prepared) !== true) return this.last;
    const funds = readFunds(this.prepared, pass.cells);
    const own: ScoringPass = { cells: new ProjectCells(pass.cells, this.prepared, funds), derive: pass.derive, changes: pass.changes };
    const items = this.items.map((item) => item.score(own));
    return (this.last = scoreProject(this.prepared, funds, this.execution.score(own), items));
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
