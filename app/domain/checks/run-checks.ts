import { answerAddress } from '../form/answers';
import type { LiveScoreSheet } from '../scoring/score-sheet';
import type { Check, CheckOutcome } from './check';
import { allLeaves, type CheckContext } from './check-context';
import type { CheckResult, Confirmation, Finding, FindingLevel } from './finding';
import { type CheckedForm, createCheckContext, type FilledForm } from './form-context';
import { CHECKS } from './registry';

const LEVEL_ORDER: Readonly<Record<FindingLevel, number>> = { E: 0, W: 1, I: 2 };

function toFinding(context: CheckContext, id: string, outcome: Extract<CheckOutcome, { kind: 'finding' }>): Finding {
  const { level, subject, message, addresses, quotes, answer, answeredBy } = outcome;
  const key = subject === '' ? id : `${id}.${subject}`;
  const written = context.text(answerAddress(key));
  const answered = written !== '' || answeredBy === undefined ? written : context.text(answeredBy);
  return { id, key, level, message, addresses, ...(quotes === undefined ? {} : { quotes }), answer, answered };
}

/** Whether a finding keeps the form from being sent: an error, unless it is of the kind a written explanation answers, or an unanswered warning. */
export function blocks(finding: Finding): boolean {
  if (finding.level === 'I') return false;
  const explained = finding.answer === 'explain' && finding.answered !== '';
  return !explained;
}

/** Errors and warnings that stand, answered ones included: what a ranking counts (domain.md §6.2). */
export function countOpenFindings(result: Pick<CheckResult, 'findings'>): number {
  return result.findings.filter((finding) => finding.level !== 'I').length;
}

/** Everything one check says, in the order of the form. */
function outcomesOf(check: Check, context: CheckContext): CheckOutcome[] {
  return [
    ...(check.form?.(context) ?? []),
    ...(check.table ? context.tables.flatMap((table) => check.table!(context, table)) : []),
    ...(check.leaf ? allLeaves(context).flatMap((leaf) => check.leaf!(context, leaf)) : []),
    ...(check.group ? context.groups.flatMap((group) => check.group!(context, group)) : []),
  ];
}

/** Runs checks over any context: a form, a report, a published table. Findings come errors first, each level in the order of the registry. */
export function checkContext(context: CheckContext, checks: readonly Check[] = CHECKS): CheckResult {
  const findings: Finding[] = [];
  const confirmations: Confirmation[] = [];
  for (const check of checks) {
    if (check.formOnly && context.source !== 'form') continue;
    for (const outcome of outcomesOf(check, context)) {
      if (outcome.kind === 'finding') findings.push(toFinding(context, check.id, outcome));
      else {
        const { message, addresses, quotes } = outcome;
        confirmations.push({ id: check.id, message, addresses, ...(quotes === undefined ? {} : { quotes }) });
      }
    }
  }
  findings.sort((left, right) => LEVEL_ORDER[left.level] - LEVEL_ORDER[right.level]);
  return { findings, confirmations, blocksSubmission: findings.some(blocks) };
}

/** Runs every check of the registry over one snapshot and its score sheet (a frozen one or the live one of a form being filled in). Pure; no cell is changed. */
export function runChecks(snapshot: CheckedForm & FilledForm, sheet: LiveScoreSheet, checks: readonly Check[] = CHECKS): CheckResult {
  return checkContext(createCheckContext(snapshot, sheet), checks);
}
