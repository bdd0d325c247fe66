/** How often a property is tried. The long run sets HENGJI_PROPERTY_RUNS=100000. */
export const PROPERTY_RUNS = Number(process.env.HENGJI_PROPERTY_RUNS ?? 5000);

/** For a property whose single case is worth many: a part of the runs, at least one. */
export function partOfRuns(divisor: number): number {
  return Math.max(1, Math.ceil(PROPERTY_RUNS / divisor));
}

/** Milliseconds any test may take, on a busy machine too: a property takes longer with more runs. */
export const TEST_TIMEOUT = 20_000 + 10 * PROPERTY_RUNS;
