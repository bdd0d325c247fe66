import type { Changes } from './changes';
import type { Derivation } from './derivation';
import type { CellReader, OwnCells } from './read-cell';
import type { ScoredPart } from './rules/outcome';
import { type PreparedItem, type ScoredItem, scoreFrom } from './score-item';
import { type PreparedProject, type ProjectFunds, readFunds, scoreProject } from './score-project';
import type { ProjectScore } from './score-sheet';

/** What scoring one set of texts goes by; `changes` is null where nothing was scored before. */
export interface ScoringPass {
  readonly read: CellReader;
  readonly derive: Derivation;
  readonly changes: Changes | null;
}

const NO_PARTS: readonly ScoredPart[] = [];

/** A leaf with its score of last time, which stands until a cell it reads has other text. */
export class KeptItem {
  private last: ScoredItem | null = null;

  constructor(
    readonly prepared: PreparedItem,
    private readonly own: OwnCells,
  ) {}

  score(pass: ScoringPass): ScoredItem {
    if (this.last === null || pass.changes?.touches(this.prepared) === true) this.last = this.scoreFromParts(NO_PARTS, pass);
    return this.last;
  }

  /** An aggregate's score follows from others and is made anew each time. */
  scoreFromParts(parts: readonly ScoredPart[], { read, derive }: ScoringPass): ScoredItem {
    return scoreFrom(this.prepared, this.own, read, parts, derive);
  }
}

/** A project with its score of last time, which stands until a cell of the project has other text. */
export class KeptProject {
  private last: ProjectScore | null = null;

  constructor(
    private readonly prepared: PreparedProject,
    private readonly funds: OwnCells,
    private readonly execution: KeptItem,
    private readonly items: readonly KeptItem[],
  ) {}

  score(pass: ScoringPass): ProjectScore {
    if (this.last !== null && pass.changes?.touchesProject(this.prepared) !== true) return this.last;
    const funds = readFunds(this.funds);
    const own: ScoringPass = { read: withFunds(pass.read, this.prepared, funds), derive: pass.derive, changes: pass.changes };
    const items = this.items.map((item) => item.score(own));
    return (this.last = scoreProject(this.prepared, funds, this.execution.score(own), items));
  }
}

/** A reader that has a project's own funds at hand. */
function withFunds(read: CellReader, { annualBudget, executed }: PreparedProject, funds: ProjectFunds): CellReader {
  return (address, part) => {
    if (address === executed) return funds.executed;
    return address === annualBudget ? funds.annualBudget : read(address, part);
  };
}
