/** One step of a derivation a clerk can check by hand. `expression` is printable Chinese arithmetic, `result` the value it gives. */
export interface TraceStep {
  readonly label: string;
  readonly expression: string;
  readonly result: string;
}

/** The derivation of one score: what was read, the branch taken, each operation with its operands, and the rule's source. */
export interface Trace {
  readonly rule: string;
  readonly source: string;
  readonly steps: readonly TraceStep[];
}
