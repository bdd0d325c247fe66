export interface Schedule {
  /** Resolves when a run in progress has ended. */
  stop(): Promise<void>;
}

/** Runs `work` now and then again and again, `everyMs` after each end. A run that fails is reported and does not stop the next. */
export function repeat(everyMs: number, work: () => Promise<unknown>, onError: (error: Error) => void): Schedule {
  let isStopped = false;
  let wake: () => void = () => undefined;
  const run = async (): Promise<void> => {
    while (!isStopped) {
      await work().catch(onError);
      if (isStopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = run();
  return {
    async stop() {
      isStopped = true;
      wake();
      await running;
    },
  };
}
