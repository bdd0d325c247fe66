import type { DecimalText } from '../shared/decimal-text';
import { type Exact, maximum } from '../shared/fraction';
import { constant, exactDecimal, fraction, fractionText, roundFraction } from '../shared/fraction-text';
import type { Rounding } from '../scoring/scoring-rule';

/** The weight a version or a project form states. Leaves of the same weight share it, and with it what is known of a weight below. */
export const weightOf = (text: DecimalText): Exact => constant(text);

const SHOWN = { digits: 2, mode: 'half_up' } as const;

/** A weight in words: as printed, and exact ("45/2"). */
export interface WeightTexts {
  readonly shown: DecimalText;
  readonly exact: string;
}

/** 分值 as printed: exact where it ends (22.5), else two digits half-up (40/7 → 5.71). */
export function weightText(weight: Exact): DecimalText {
  return weightTexts(weight).shown;
}

export function weightTexts(weight: Exact): WeightTexts {
  const known = textsOfWeight.get(weight);
  if (known !== undefined) return known;
  const texts = { shown: readableWeight(weight), exact: fractionText(weight) };
  textsOfWeight.set(weight, texts);
  return texts;
}

const textsOfWeight = new WeakMap<Exact, WeightTexts>();

function readableWeight(weight: Exact): DecimalText {
  const exact = exactDecimal(weight);
  return exact !== null && exact.length <= 12 ? exact : roundFraction(weight, SHOWN);
}

/**
 * Largest score a person may type for a weight. A weight without end (40/6) is shown as 6.67: full marks as shown must be accepted
 * although they are above the exact weight.
 */
export function pointsMaximum(weight: Exact, rounding: Rounding): DecimalText {
  const last = maxima.get(weight);
  if (last?.rounding === rounding) return last.maximum;
  const maximum = highestAccepted(weight, rounding);
  maxima.set(weight, { rounding, maximum });
  return maximum;
}

const maxima = new WeakMap<Exact, { readonly rounding: Rounding; readonly maximum: DecimalText }>();

function highestAccepted(weight: Exact, rounding: Rounding): DecimalText {
  const shown = weightText(weight);
  const rounded = roundFraction(weight, rounding);
  return exactDecimal(maximum(fraction(shown), fraction(rounded)))!;
}
