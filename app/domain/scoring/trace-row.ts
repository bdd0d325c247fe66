/** One line of a derivation as people read it: what it is, the arithmetic or the source, and what it gives. */
export interface TraceRow {
  readonly number: number;
  readonly label: string;
  readonly expression: string;
  readonly result: string;
}
