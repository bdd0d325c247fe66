import { type ContestantName, CONTESTANTS, type Round } from './contestants';
import { districtOf } from './department';

/**
 * A process with one contestant: NAME DEPARTMENTS PROJECTS. At each message it runs in, for while the others had their turn heap and compiled code have been put
 * away, then runs for a while and answers with the mean of it. A turn lasts the same for all: a machine that slows down for a second slows down each of them for
 * as much of its turn.
 */
const [name, departments, projects] = process.argv.slice(2) as [ContestantName, string, string];
const district = districtOf(parseInt(departments, 10), parseInt(projects, 10));
const run = CONTESTANTS[name];
const RUN_IN_MS = 1500;
const TURN_MS = 4000;

process.channel!.ref();
process.on('message', () => {
  runFor(RUN_IN_MS);
  process.send!(meanOf(runFor(TURN_MS)));
});

/** At least one round. */
function runFor(milliseconds: number): Round[] {
  const until = performance.now() + milliseconds;
  const rounds: Round[] = [];
  do rounds.push(run(district));
  while (performance.now() < until);
  return rounds;
}

function meanOf(rounds: readonly Round[]): Round {
  const mean = (part: 'spent' | 'preparing'): number => rounds.reduce((sum, round) => sum + round[part], 0) / rounds.length;
  return { spent: mean('spent'), preparing: mean('preparing'), steps: rounds[0]!.steps };
}
