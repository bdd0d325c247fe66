import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ContestantName, Round } from './contestants';
import { districtOf } from './department';
import { median, medianRatio } from './quantiles';

export interface Speed {
  readonly departments: number;
  readonly projects: number;
  readonly formulas: number;
  /** Steps of all derivations. */
  readonly steps: number;
  readonly rounds: number;
  /** Medians in milliseconds for the whole district. `engine` = preparing + scoring. */
  readonly milliseconds: { readonly engine: number; readonly preparing: number; readonly scoring: number; readonly decimal: number; readonly sheets: number };
  /** Medians over the rounds of how many times as fast as the bare decimal.js loop, and as building sheets. Above 1: the engine is faster. */
  readonly ratios: { readonly toDecimal: number; readonly toDecimalWithoutPreparing: number; readonly toSheets: number };
}

export interface SpeedSize {
  readonly departments: number;
  readonly projects: number;
  readonly rounds: number;
  readonly warmUp: number;
}

/**
 * Scores a district by the whole engine with traces, by a bare decimal.js loop, and by building a spreadsheet per department: each gives the score of every
 * line and table. They take turns (A B C A B C …; a round is one turn of each), so that a slow spell of the machine meets all of them, each in a process of its own, so that none runs in
 * what another left of heap and compiled code. Warm-up rounds do not count.
 */
export async function measureSpeed(size: SpeedSize): Promise<Speed> {
  const names = ['engine', 'decimal', 'sheets'] as const satisfies readonly ContestantName[];
  const processes = names.map((name) => start(name, size));
  const rounds: Record<ContestantName, Round[]> = { engine: [], decimal: [], sheets: [] };
  for (let round = -size.warmUp; round < size.rounds; round += 1) {
    for (const [index, name] of names.entries()) {
      const result = await runRound(processes[index]!);
      if (round >= 0) rounds[name].push(result);
    }
  }
  for (const child of processes) child.disconnect();
  const spent = (name: ContestantName): number[] => rounds[name].map((round) => round.spent);
  const scoring = rounds.engine.map((round) => round.spent - round.preparing);
  return {
    departments: size.departments,
    projects: size.projects,
    formulas: districtOf(size.departments, size.projects).reduce((count, { tables }) => count + tables.flat().length, 0),
    steps: rounds.engine[0]!.steps,
    rounds: size.rounds,
    milliseconds: {
      engine: median(spent('engine')),
      preparing: median(rounds.engine.map(({ preparing }) => preparing)),
      scoring: median(scoring),
      decimal: median(spent('decimal')),
      sheets: median(spent('sheets')),
    },
    ratios: {
      toDecimal: medianRatio(spent('decimal'), spent('engine')),
      toDecimalWithoutPreparing: medianRatio(spent('decimal'), scoring),
      toSheets: medianRatio(spent('sheets'), spent('engine')),
    },
  };
}

function start(name: ContestantName, { departments, projects }: SpeedSize): ChildProcess {
  return fork(fileURLToPath(new URL('contestant.ts', import.meta.url)), [name, departments.toString(), projects.toString()]);
}

async function runRound(child: ChildProcess): Promise<Round> {
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`A contestant ended with ${String(code)}`);
  });
  const answer = once(child, 'message', { signal: over.signal }).then(([round]) => round as Round);
  child.send('round');
  try {
    return await Promise.race([answer, ended]);
  } finally {
    over.abort();
  }
}
