import type { LiveScoreSheet } from '../scoring/score-sheet';
import type { Check } from './check';
import { allLeaves, type CheckContext } from './check-context';
import { assemble, type CheckPart, type CheckUnit, runUnit, unitsOf } from './check-units';
import type { CheckResult } from './finding';
import { type CheckedForm, type ContextPart, createFormContexts, type FilledForm } from './form-context';
import { CHECKS } from './registry';
import { WatchedCells } from './watched-cells';

/** Checks the same form again and again: a thing is checked anew only when something it was checked by has changed. */
export interface LiveChecker {
  /** What `runChecks` gives for the same form; findings that stay are the same objects. */
  readonly check: (filled: FilledForm, sheet: LiveScoreSheet) => CheckResult;
}

/** One unit with its last result and everything it has ever looked at. */
interface Kept {
  unit: CheckUnit;
  parts: readonly CheckPart[];
  isStale: boolean;
  readonly looksAt: Set<ContextPart>;
  readonly reads: Set<string>;
}

const PARTS: readonly ContextPart[] = ['tables', 'prose', 'evidence'];

/**
 * Prepares everything that no edit changes. `check` is a pure function of its arguments; what is kept is only a cache: what a unit reads is
 * recorded while it runs, and it runs again when one of these texts, the table or leaf it is about, or a part it looked at as a whole is another.
 */
export function createLiveChecker(form: CheckedForm, checks: readonly Check[] = CHECKS): LiveChecker {
  const contexts = createFormContexts(form);
  const watched = new WatchedCells<Kept>();
  let kept: readonly Kept[] | null = null;
  let lastParts: Partial<Pick<CheckContext, ContextPart>> = {};
  let running: Kept | null = null;

  const observer = {
    cell: (address: string): void => {
      if (running === null || running.reads.has(address)) return;
      running.reads.add(address);
      watched.watch(address, running);
    },
    part: (part: ContextPart): void => void running?.looksAt.add(part),
  };

  const markChanged = (context: CheckContext, units: readonly Kept[]): void => {
    const changed = PARTS.filter((part) => context[part] !== lastParts[part]);
    lastParts = { tables: context.tables, prose: context.prose, evidence: context.evidence };
    for (const one of units) if (changed.some((part) => one.looksAt.has(part))) one.isStale = true;
    if (changed.includes('tables')) replaceScored(context, units);
  };

  const check = (filled: FilledForm, sheet: LiveScoreSheet): CheckResult => {
    running = null;
    const context = contexts.contextOf(filled, sheet, observer);
    for (const one of watched.readersOfEdits(filled.cells)) one.isStale = true;
    kept ??= unitsOf(context, checks).map((unit) => ({ unit, parts: [], isStale: true, looksAt: new Set(), reads: new Set() }));
    markChanged(context, kept);
    for (const one of kept) {
      if (!one.isStale) continue;
      running = one;
      one.parts = runUnit(context, checks, one.unit);
      one.isStale = false;
    }
    running = null;
    return assemble(kept.map(({ parts }) => parts), checks);
  };
  return { check };
}

/** Gives the units of tables and leaves the scores as they are now. A form has the same tables and leaves in the same order at all times. */
function replaceScored(context: CheckContext, units: readonly Kept[]): void {
  const tables = context.tables.values();
  const leaves = allLeaves(context).values();
  for (const one of units) {
    if (one.unit.kind === 'table') {
      const table = tables.next().value!;
      if (table === one.unit.table) continue;
      one.unit = { kind: 'table', table };
      one.isStale = true;
    } else if (one.unit.kind === 'leaf') {
      const leaf = leaves.next().value!;
      if (leaf === one.unit.leaf) continue;
      one.unit = { kind: 'leaf', leaf };
      one.isStale = true;
    }
  }
}
