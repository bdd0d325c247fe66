import { cellCaption } from '../form/form-model';
import { allLeaves, type CheckContext, type Evidence } from './check-context';

/** Attachments grouped by what `keyOf` says of them, in the order they are listed; null leaves one out. */
export function groupEvidence(evidence: readonly Evidence[], keyOf: (one: Evidence) => string | null): readonly (readonly [string, readonly Evidence[]])[] {
  const groups = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const key = keyOf(one);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups];
}

/** How a sentence names what attachments support: their indicators, else their cells; each once. */
export function supportedPlaces(context: CheckContext, evidence: readonly Evidence[]): string {
  const leaves = new Map(allLeaves(context).map((leaf) => [leaf.key, leaf.place]));
  const captions = new Map(context.groups.flatMap(({ cells }) => cells).map((spec) => [spec.address as string, `“${cellCaption(spec)}”`]));
  return [...new Set(evidence.map(({ indicator, address }) => (indicator === null ? captions.get(address) : leaves.get(indicator)) ?? address))].join('、');
}
