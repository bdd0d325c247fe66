import { type ContestantName, CONTESTANTS } from './contestants';
import { districtOf } from './department';

/**
 * A process with one contestant: NAME DEPARTMENTS PROJECTS. At each message it runs two rounds and answers with what the second took: while the others had
 * their turn, heap and compiled code have been put away.
 */
const [name, departments, projects] = process.argv.slice(2) as [ContestantName, string, string];
const district = districtOf(parseInt(departments, 10), parseInt(projects, 10));
const run = CONTESTANTS[name];

process.channel!.ref();
process.on('message', () => {
  run(district);
  process.send!(run(district));
});
