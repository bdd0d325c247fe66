/** A refusal is returned, never thrown: `reason` is a word of a closed union that the caller must handle. */
export interface Refusal<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
}

export function refuse<Reason extends string>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason };
}
