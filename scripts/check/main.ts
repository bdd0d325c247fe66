import { parts, type Part } from './parts';
import { addTallies, closingLine, isGreen, type Tally } from './tally';

/** `npm test`: every part, even when one fails. `npm test -- unit [argument …]`: one part, the rest goes to its tool. */
const [name, ...extra] = process.argv.slice(2);
const chosen = name === undefined ? parts : parts.filter((part) => part.name === name);
let interrupted = false;

// The running tool gets the Ctrl-C too and ends its part; the parts after it are not started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (interrupted = true));

if (chosen.length === 0) {
  process.stderr.write(`There is no part "${name}". Parts: ${parts.map((part) => part.name).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  const tallies: Tally[] = [];
  for (const part of chosen) {
    if (interrupted) break;
    tallies.push(await runPart(part));
  }
  const total = addTallies(tallies);
  process.exitCode = isGreen(total) && !interrupted ? 0 : 1;
  process.stdout.write(`\n${closingLine(total)}\n`);
}

async function runPart(part: Part): Promise<Tally> {
  process.stdout.write(`\n=== ${part.heading} ===\n`);
  const started = Date.now();
  const tally = await part.run(extra);
  process.stdout.write(`--- ${part.heading}: ${closingLine(tally)} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  return tally;
}
