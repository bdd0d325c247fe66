import type { DecimalText } from '../shared/decimal-text';
import type { Branch } from './branches';
import type { Condition, Expression } from './expression/expression';
import type { RoundingMode } from '../shared/fraction-text';
import type { ScoringRule } from './scoring-rule';

/**
 * One step of a derivation a clerk can check by hand, as data. Values are exact: a decimal text, or "n/d" in lowest terms. A step that names its value
 * makes it available to later steps; the points of the leaf are called `score` and may be restated by a later step. `trace-text` turns steps into Chinese,
 * `replay` computes them again.
 */
export type TraceStep = ReadStep | ReadDateStep | WordsStep | LackStep | TakeStep | LateStep | DecideStep | CalculateStep | SettleStep | RoundStep;

/** A figure as typed and as read. `figure` is the number as written, before a unit was converted. */
export interface ReadStep {
  readonly step: 'read';
  readonly name: string;
  readonly label: string;
  /** The approved target, or a cell of the form. */
  readonly from: 'approved' | 'form';
  readonly address: string | null;
  readonly typed: string;
  /** The sign an approved target is held against ("≥"); empty for what was filled in. */
  readonly sign: string;
  readonly value: string;
  readonly unit: string;
  /** value = figure × factor. */
  readonly conversion: { readonly figure: string; readonly from: string; readonly factor: string } | null;
  readonly assumptions: readonly string[];
}

export interface ReadDateStep {
  readonly step: 'read_date';
  readonly label: string;
  readonly from: 'approved' | 'form';
  readonly address: string | null;
  readonly typed: string;
  /** ISO day. */
  readonly date: string;
  readonly assumptions: readonly string[];
}

/** Words a rule goes by: a tier, 是 or 否. */
export interface WordsStep {
  readonly step: 'words';
  readonly label: string;
  readonly address: string | null;
  readonly typed: string;
  readonly meaning: string;
  readonly assumptions: readonly string[];
}

/** Something the rule needs and does not find. */
export interface LackStep {
  readonly step: 'lack';
  readonly label: string;
  readonly address: string | null;
  readonly reason: string;
}

/** A figure that is given, not typed: a score another leaf already has. */
export interface TakeStep {
  readonly step: 'take';
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
}

/** How many begun days or months a day lies behind the day it was due; 0 when it is on time. */
export interface LateStep {
  readonly step: 'late';
  readonly name: string;
  readonly due: string;
  readonly done: string;
  readonly per: 'day' | 'month';
  readonly value: string;
}

/** A condition that was tested, whether it holds, and the branch that was taken because of it. */
export interface DecideStep {
  readonly step: 'decide';
  readonly condition: Condition;
  readonly holds: boolean;
  readonly branch: Branch;
}

export interface CalculateStep {
  readonly step: 'calculate';
  readonly name: string;
  readonly label: string;
  readonly expression: Expression;
  readonly value: string;
  readonly unit: string;
}

/** An outcome the rule states instead of computing it: full marks, none, or not applicable (`value` null). It is the leaf's score. */
export interface SettleStep {
  readonly step: 'settle';
  readonly branch: Branch;
  readonly value: string | null;
}

/** The one rounding; its value is the score shown. */
export interface RoundStep {
  readonly step: 'round';
  /** `item`: the rounded points count in the total. `total`: they are only shown, the total adds the exact ones. */
  readonly scope: 'total' | 'item';
  readonly digits: number;
  readonly mode: RoundingMode;
  readonly value: DecimalText;
}

/** The derivation of one score: the rule in words and as data, its source, and every step from the typed text to the points. */
export interface Trace {
  readonly rule: string;
  readonly parameters: ScoringRule;
  readonly source: string;
  /** The leaf's exact weight, "n/d": the value named `weight`. */
  readonly weight: string;
  readonly steps: readonly TraceStep[];
}
