import type { LiveScoreSheet } from '../scoring/score-sheet';
import type { Check } from './check';
import { CheckResults } from './check-results';
import { type CheckUnit, runUnit, unitsOf } from './check-units';
import type { CheckResult } from './finding';
import { type CheckedForm, type FilledForm, prepareForm } from './form-context';
import { LiveContexts } from './live-context';
import { CHECKS } from './registry';
import { WatchedCells } from './watched-cells';

/** Checks the same form again and again: a thing is checked anew only when something it was checked by has changed. */
export interface LiveChecker {
  /** What `runChecks` gives for the same form; findings that stay are the same objects. */
  readonly check: (filled: FilledForm, sheet: LiveScoreSheet) => CheckResult;
}

/** One unit, and every cell and other fact it has ever looked at. */
interface Kept {
  readonly unit: CheckUnit;
  /** Among all units. */
  readonly place: number;
  readonly cells: Set<string>;
  readonly facts: Set<string>;
}

const keep = (unit: CheckUnit, place: number): Kept => ({ unit, place, cells: new Set(), facts: new Set() });

/**
 * Prepares everything that no edit changes. `check` is a pure function of its arguments; what is kept is only a cache: what a unit looks at is
 * recorded while it runs, and it runs again when one of these texts, scores or parts is another.
 */
export function createLiveChecker(form: CheckedForm, checks: readonly Check[] = CHECKS): LiveChecker {
  const cells = new WatchedCells<Kept>();
  const readersOf = new Map<string, Kept[]>();
  const results = new CheckResults(checks);
  let result: CheckResult | null = null;
  let running: Kept | null = null;

  const contexts = new LiveContexts(prepareForm(form), {
    cell: (address) => {
      if (running === null || running.cells.has(address)) return;
      running.cells.add(address);
      cells.watch(address, running);
    },
    fact: (name) => {
      if (running === null || running.facts.has(name)) return;
      running.facts.add(name);
      const readers = readersOf.get(name);
      if (readers) readers.push(running);
      else readersOf.set(name, [running]);
    },
  });

  const check = (filled: FilledForm, sheet: LiveScoreSheet): CheckResult => {
    running = null;
    const { context, changed } = contexts.next(filled, sheet);
    const edited = cells.readersOfEdits(filled.cells);
    const stale = result === null ? unitsOf(context, checks).map(keep) : [...new Set([...edited, ...changed.flatMap((fact) => readersOf.get(fact) ?? [])])];
    for (const one of stale) {
      running = one;
      results.replace(one.place, runUnit(context, checks, one.unit));
    }
    running = null;
    if (result === null || stale.length > 0) result = results.result();
    return result;
  };
  return { check };
}
