/**
 * The formulas of a score table on their figures, without cells, texts, units or traces: what every arithmetic in the comparison computes. All figures
 * are decimal texts in one unit per formula.
 */
export type Formula = { readonly weight: string } & (
  | { readonly kind: 'upward' | 'downward' | 'inverse' | 'exact'; readonly target: string; readonly actual: string }
  | { readonly kind: 'range'; readonly low: string; readonly high: string; readonly actual: string }
  /** ISO days. */
  | { readonly kind: 'deadline'; readonly due: string; readonly done: string }
  | { readonly kind: 'judged'; readonly points: string }
  | { readonly kind: 'holds'; readonly holds: boolean }
  | { readonly kind: 'at_most'; readonly left: string; readonly right: string }
  /** Full without a denominator; an execution line is left out of the table instead. */
  | { readonly kind: 'rate' | 'execution'; readonly numerator: string; readonly denominator: string }
  | {
      readonly kind: 'steps';
      /** numerator ÷ denominator in percent, the numerator's sign dropped. */
      readonly measure: 'rate' | 'growth';
      readonly numerator: string;
      readonly denominator: string;
      readonly fullUpTo: string;
      readonly step: string;
      readonly pointsPerStep: string;
      readonly started: boolean;
    }
  | { readonly kind: 'counted'; readonly items: readonly { readonly count: string; readonly pointsEach: string }[] }
  /** `denominator` null: the numerator is the figure itself. */
  | {
      readonly kind: 'bands';
      readonly numerator: string;
      readonly denominator: string | null;
      readonly bands: readonly { readonly atLeast: string; readonly points: string }[];
      readonly otherwise: string;
    }
);

/** One table with a total: the department's own, or one project's. The total is out of 100. */
export type Table = readonly Formula[];

/** The roundings totals are compared at. */
export const ROUNDINGS = { 'half-up, 2 digits': { digits: 2, mode: 'half_up' }, 'truncated, 1 digit': { digits: 1, mode: 'truncate' } } as const;
export type RoundingName = keyof typeof ROUNDINGS;

/** A total at each rounding, as text with all its digits. */
export type Totals = Readonly<Record<RoundingName, string>>;
