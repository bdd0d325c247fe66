import type { LiveScoreSheet } from '../scoring/score-sheet';
import type { Check } from './check';
import type { CheckContext, CheckSource } from './check-context';
import { CheckResults } from './check-results';
import { runUnit, unitsOf } from './check-units';
import type { CheckResult } from './finding';
import { type CheckedForm, createCheckContext, type FilledForm } from './form-context';
import { CHECKS } from './registry';

/** Errors and warnings that stand, answered ones included: what a ranking counts (domain.md §6.2). */
export function countOpenFindings(result: Pick<CheckResult, 'findings'>): number {
  return result.findings.filter((finding) => finding.level !== 'I').length;
}

/** The checks that have something to say about such a source. */
export function checksFor(source: CheckSource, checks: readonly Check[] = CHECKS): readonly Check[] {
  return source === 'form' ? checks : checks.filter((check) => check.formOnly !== true);
}

/** Runs checks over any context: a form, a report, a published table. Findings come errors first, each level in the order of the registry. */
export function checkContext(context: CheckContext, checks: readonly Check[] = CHECKS): CheckResult {
  const looking = checksFor(context.source, checks);
  const results = new CheckResults(looking);
  unitsOf(context, looking).forEach((unit, place) => results.replace(place, runUnit(context, looking, unit)));
  return results.result();
}

/** Runs every check of the registry over one snapshot and its score sheet (a frozen one or the live one of a form being filled in). Pure; no cell is changed. */
export function runChecks(snapshot: CheckedForm & FilledForm, sheet: LiveScoreSheet, checks: readonly Check[] = CHECKS): CheckResult {
  return checkContext(createCheckContext(snapshot, sheet), checks);
}
