import type { IndicatorEntry } from '../form/indicator-entry';
import type { ExplainWhen } from '../scoring/scoring-rule';

/** The rule's demands of one kind. */
export function demandsOf<K extends ExplainWhen['kind']>({ rule }: IndicatorEntry, kind: K): readonly Extract<ExplainWhen, { kind: K }>[] {
  return (rule.explainWhen ?? []).filter((demand): demand is Extract<ExplainWhen, { kind: K }> => demand.kind === kind);
}
