/** Milliseconds of each contestant, one per round, in the order of the rounds. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** Runs every contestant once per round, in turn (A B C A B C …), so that a slow spell of the machine meets all of them. Warm-up rounds do not count. */
export function interleave<Name extends string>(rounds: number, warmUp: number, contestants: Readonly<Record<Name, () => number>>): Times<Name> {
  const names = Object.keys(contestants) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of names) {
      const spent = contestants[name]();
      if (round >= 0) times[name].push(spent);
    }
  }
  return times;
}

/** Milliseconds a call takes. */
export function timed(run: () => void): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}

/** The value below which `share` (0 … 1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
