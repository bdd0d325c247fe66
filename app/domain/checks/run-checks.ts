import { answerAddress } from '../form/answers';
import type { Snapshot } from '../form/snapshot';
import type { LiveScoreSheet } from '../scoring/score-sheet';
import type { Check, CheckOutcome } from './check';
import { type CheckContext, createCheckContext } from './check-context';
import type { CheckResult, Confirmation, Finding, FindingLevel } from './finding';
import { CHECKS } from './registry';

const LEVEL_ORDER: Readonly<Record<FindingLevel, number>> = { E: 0, W: 1, I: 2 };

function toFinding(context: CheckContext, check: Check, outcome: Extract<CheckOutcome, { kind: 'finding' }>): Finding {
  const key = outcome.subject === '' ? check.id : `${check.id}.${outcome.subject}`;
  const written = context.text(answerAddress(key));
  const answered = written !== '' || outcome.answeredBy === undefined ? written : context.text(outcome.answeredBy);
  const { level, message, addresses, answer } = outcome;
  return { id: check.id, key, level, message, addresses, answer, answered };
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

/**
 * Runs every check of the registry over one snapshot and its score sheet (a frozen one or the live one of a form being filled in). Pure; no
 * cell is changed. Findings come errors first, then warnings, then notes, each in the order of the registry and of the form.
 */
export function runChecks(snapshot: Snapshot, sheet: LiveScoreSheet, checks: readonly Check[] = CHECKS): CheckResult {
  const context = createCheckContext(snapshot, sheet);
  const findings: Finding[] = [];
  const confirmations: Confirmation[] = [];
  for (const check of checks) {
    for (const outcome of check.run(context)) {
      if (outcome.kind === 'finding') findings.push(toFinding(context, check, outcome));
      else confirmations.push({ id: check.id, message: outcome.message, addresses: outcome.addresses });
    }
  }
  findings.sort((left, right) => LEVEL_ORDER[left.level] - LEVEL_ORDER[right.level]);
  return { findings, confirmations, blocksSubmission: findings.some(blocks) };
}
