import { availableParallelism } from 'node:os';
import { countDifferences } from './scoring/correctness';
import { measureEdits } from './scoring/edits';
import { reportOf, type Results } from './scoring/report';
import { measureSpeed } from './scoring/speed';

const FULL = { departments: 100, projects: 20, rounds: 7, warmUp: 1, compared: 10_000, edits: 2_400 };
const QUICK = { departments: 10, projects: 20, rounds: 3, warmUp: 1, compared: 300, edits: 240 };

/** `npm run -s bench:scoring [-- --quick] [-- --json]`: the engine beside a bare decimal.js loop and hyperformula, in one run. */
const options = new Set(process.argv.slice(2));
const size = options.has('--quick') ? QUICK : FULL;

const results: Results = {
  machine: { node: process.version, cores: availableParallelism() },
  speed: await measureSpeed(size),
  differences: countDifferences(size.compared),
  edits: measureEdits(size.edits),
};
process.stdout.write(options.has('--json') ? `${JSON.stringify(results, null, 2)}\n` : `${reportOf(results)}\n`);
