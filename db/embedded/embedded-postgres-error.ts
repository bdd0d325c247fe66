/** A refusal the operator can act on. The message says what happened, where, and what to do; it is printed without a stack. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
