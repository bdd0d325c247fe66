import type { RuleNeeds } from '../scoring/rule-needs';
import type { Rounding } from '../scoring/scoring-rule';
import type { CellSpec, SectionKey } from './form-model';
import type { IndicatorEntry } from './indicator-entry';
import { leafCells } from './leaf-cells';

/** The cells of one leaf with their addresses. */
export function indicatorCells(entry: IndicatorEntry, needs: RuleNeeds, rounding: Rounding, section: SectionKey): CellSpec[] {
  return leafCells(entry, needs, rounding).map(({ field, part }) => ({
    address: entry.addresses.of(field),
    section,
    subject: entry.name,
    indicator: entry.code,
    project: entry.project ?? undefined,
    ...part,
  }));
}
