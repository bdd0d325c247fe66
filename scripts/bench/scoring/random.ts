/** Pseudo-random choices that are the same on every machine for the same seed. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  /** True in `percent` of 100 cases. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
  readonly isRound: boolean;
  /** About so much: any number within the bounds, or only round ones, whose quotients end early and make ties. */
  readonly about: (low: number, high: number) => number;
}

const LEADING = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 24, 25, 30, 40, 50, 60, 80];

/** The 32-bit generator "mulberry32". With `isRound`, what is drawn `about` is a round number, as most targets and many budgets are. */
export function seededRandom(seed: number, isRound = false): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const whole = (low: number, high: number): number => low + (next() % (high - low + 1));
  const pick = <T>(choices: readonly T[]): T => choices[whole(0, choices.length - 1)]!;
  const round = (low: number, high: number): number => {
    const number = pick(LEADING) * 10 ** whole(0, 7);
    return number >= low && number <= high ? number : round(low, high);
  };
  return {
    whole,
    chance: (percent) => whole(1, 100) <= percent,
    pick,
    isRound,
    about: isRound ? round : whole,
  };
}
