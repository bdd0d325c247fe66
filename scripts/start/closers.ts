/** What has been started and must end again, in reverse order. */
export interface Closers {
  add(close: () => Promise<void>): void;
  /** Runs once; later calls wait for the same end. */
  closeAll(): Promise<void>;
}

export function createClosers(): Closers {
  const stack: (() => Promise<void>)[] = [];
  let closing: Promise<void> | undefined;
  const run = async () => {
    for (let close = stack.pop(); close !== undefined; close = stack.pop()) {
      await close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    }
  };
  return {
    add: (close) => {
      stack.push(close);
      // A start that goes on while everything is closed leaves nothing behind.
      if (closing) closing = closing.then(run);
    },
    closeAll: () => (closing ??= run()),
  };
}
