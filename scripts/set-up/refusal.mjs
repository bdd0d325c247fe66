import { say } from './progress.mjs';

/** A failure the reader can act on; printed as its message, without a stack. */
export class Refusal extends Error {
  name = 'Refusal';
}

/** Prints what went wrong and sets the exit code; only a bug of ours shows its stack. */
export function reportFailure(error) {
  if (error instanceof Error && (error.name === 'Refusal' || error.name === 'EmbeddedPostgresError')) say(`\n${error.message}`);
  else say(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 1;
}
