import { type ContestantName, CONTESTANTS } from './contestants';
import { districtOf } from './department';

/**
 * A process with one contestant: NAME DEPARTMENTS PROJECTS. At each message it runs in and then answers with what one more round took: while the others had
 * their turn, heap and compiled code have been put away.
 */
const [name, departments, projects] = process.argv.slice(2) as [ContestantName, string, string];
const district = districtOf(parseInt(departments, 10), parseInt(projects, 10));
const run = CONTESTANTS[name];
/** The same for all, at least one round. */
const RUN_IN_MS = 1500;

process.channel!.ref();
process.on('message', () => {
  const until = performance.now() + RUN_IN_MS;
  do run(district);
  while (performance.now() < until);
  process.send!(run(district));
});
