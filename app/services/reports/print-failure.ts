/** The printer could not make the document. The message is Chinese and goes to the people who wait for it. */
export class PrintFailure extends Error {
  override readonly name = 'PrintFailure';
  /** How often it is tried before the report counts as failed: once where trying again cannot help. */
  readonly attempts: number;

  constructor(message: string, options: { readonly attempts: number; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.attempts = options.attempts;
  }
}
