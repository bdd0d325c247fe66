import type { Comparator } from '../../form/indicator-system-version';

/** An indicator of a report: as 绩效目标 defines it, or as 完成情况 alone names it. */
export interface ReadIndicator {
  /** "LZ-02": its place among the indicators read. */
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  /** As written. */
  readonly target: string;
  /** Unit the targets of all sections agree on; "" for a target in words. */
  readonly unit: string;
  /** The sign of the target; where it has none a target of 0 and a name that says less is better count downwards. */
  readonly comparator: Comparator;
}

export interface IndicatorsRead {
  readonly indicators: readonly ReadIndicator[];
  /** Codes in the order of each section. */
  readonly objectiveOrder: readonly string[];
  readonly completionOrder: readonly string[];
}
