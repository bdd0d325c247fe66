import { answerAddress } from '../form/answers';
import type { Check, CheckOutcome, CheckOutcomes } from './check';
import { allLeaves, type CellGroup, type CheckContext, type CheckedTable, type Leaf } from './check-context';
import type { Confirmation, Finding } from './finding';

/** A thing that checks look at: the source as a whole (by one check), a table, a leaf, a group of cells. */
export type CheckUnit =
  | { readonly kind: 'form'; readonly check: Check }
  | { readonly kind: 'table'; readonly table: CheckedTable }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'group'; readonly group: CellGroup };

/** What one check says about one thing. */
export interface CheckPart {
  readonly check: Check;
  readonly findings: readonly Finding[];
  readonly confirmations: readonly Confirmation[];
}

/** The things of a context in the order in which findings about them are listed. */
export function unitsOf(context: CheckContext, checks: readonly Check[]): CheckUnit[] {
  return [
    ...checks.filter((check) => check.form).map((check): CheckUnit => ({ kind: 'form', check })),
    ...context.tables.map((table): CheckUnit => ({ kind: 'table', table })),
    ...allLeaves(context).map((leaf): CheckUnit => ({ kind: 'leaf', leaf })),
    ...context.groups.map((group): CheckUnit => ({ kind: 'group', group })),
  ];
}

const NOTHING: readonly CheckPart[] = [];

/** Runs every check that looks at things of this kind. Checks with nothing to say leave no part. */
export function runUnit(context: CheckContext, checks: readonly Check[], unit: CheckUnit): readonly CheckPart[] {
  const parts: CheckPart[] = [];
  for (const check of unit.kind === 'form' ? [unit.check] : checks) {
    const outcomes = outcomesOf(context, check, unit);
    if (outcomes.length > 0) parts.push(partOf(context, check, outcomes));
  }
  return parts.length === 0 ? NOTHING : parts;
}

const SILENCE: CheckOutcomes = [];

function outcomesOf(context: CheckContext, check: Check, unit: CheckUnit): CheckOutcomes {
  switch (unit.kind) {
    case 'form':
      return check.form?.(context) ?? SILENCE;
    case 'table':
      return check.table?.(context, unit.table) ?? SILENCE;
    case 'leaf':
      return check.leaf?.(context, unit.leaf) ?? SILENCE;
    case 'group':
      return check.group?.(context, unit.group) ?? SILENCE;
  }
}

function partOf(context: CheckContext, check: Check, outcomes: CheckOutcomes): CheckPart {
  const findings: Finding[] = [];
  const confirmations: Confirmation[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === 'finding') findings.push(toFinding(context, check.id, outcome));
    else {
      const { message, addresses, quotes } = outcome;
      confirmations.push({ id: check.id, message, addresses, ...(quotes === undefined ? {} : { quotes }) });
    }
  }
  return { check, findings, confirmations };
}

function toFinding(context: CheckContext, id: string, outcome: Extract<CheckOutcome, { kind: 'finding' }>): Finding {
  const { level, subject, message, addresses, quotes, answer, answeredBy } = outcome;
  const key = subject === '' ? id : `${id}.${subject}`;
  const written = context.text(answerAddress(key));
  const answered = written !== '' || answeredBy === undefined ? written : context.text(answeredBy);
  return { id, key, level, message, addresses, ...(quotes === undefined ? {} : { quotes }), answer, answered };
}
