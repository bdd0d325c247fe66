import type { ItemScore, LiveScoreSheet, ScoreTotal } from '../scoring/score-sheet';
import type { CheckedTable } from './check-context';
import type { BareTable } from './form-tables';

/** The scores of one table of a sheet. */
interface TableScores {
  readonly execution: ItemScore | null;
  readonly items: readonly ItemScore[];
  readonly total: ScoreTotal;
}

const scoresOf = (sheet: LiveScoreSheet): readonly TableScores[] => [{ execution: null, items: sheet.items, total: sheet.total }, ...sheet.projects];

/** Names one score among all of a form: a leaf's by the leaf's key, a total or an execution line by its table. */
const totalKey = (table: string): string => `total ${table}`;
const executionKey = (table: string): string => `execution ${table}`;

/**
 * The tables of a form that is scored again and again: the same objects at all times, which show the scores of the latest sheet. `onRead` is told
 * which score is looked at.
 */
export class LiveTables {
  readonly tables: readonly CheckedTable[];
  readonly #bare: readonly BareTable[];
  #scores: readonly TableScores[] = [];

  constructor(bare: readonly BareTable[], onRead: (score: string) => void) {
    this.#bare = bare;
    const scores = (index: number): TableScores => this.#scores[index]!;
    this.tables = bare.map(
      ({ frame, execution, parents, leaves }, index): CheckedTable => ({
        ...frame,
        parents,
        execution: {
          ...execution,
          get score() {
            onRead(executionKey(frame.subject));
            return scores(index).execution;
          },
        },
        leaves: leaves.map((leaf, place) => ({
          ...leaf,
          get item() {
            onRead(leaf.key);
            return scores(index).items[place]!;
          },
        })),
        get total() {
          onRead(totalKey(frame.subject));
          return scores(index).total;
        },
      }),
    );
  }

  /** Takes the scores of a sheet and names those that are others than before. The live scorer gives the same object for an item that stays. */
  update(sheet: LiveScoreSheet): readonly string[] {
    const last = this.#scores;
    this.#scores = scoresOf(sheet);
    if (last.length === 0) return [];
    return this.#bare.flatMap((table, index) => (this.#scores[index] === last[index] ? [] : changedScores(table, this.#scores[index]!, last[index]!)));
  }
}

function changedScores({ frame, leaves }: BareTable, next: TableScores, last: TableScores): string[] {
  const changed: string[] = [];
  leaves.forEach(({ key }, index) => {
    if (next.items[index] !== last.items[index]) changed.push(key);
  });
  if (next.execution !== last.execution) changed.push(executionKey(frame.subject));
  if (!sameFields(next.total, last.total)) changed.push(totalKey(frame.subject));
  return changed;
}

/** The derivation of a total follows from its items and is no part of what checks read. */
function sameFields(left: ScoreTotal, right: ScoreTotal): boolean {
  return (Object.keys(right) as (keyof ScoreTotal)[]).every((name) => name === 'steps' || left[name] === right[name]);
}
