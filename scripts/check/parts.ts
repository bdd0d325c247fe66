import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isBuilt } from '../build/web-build';
import { rootFolder } from '../set-up/root-folder.mjs';
import { runTool } from './run-tool';
import { emptyTally, tallyOfExitCode, tallyOfPlaywright, tallyOfVitest, type Tally } from './tally';

export interface Part {
  readonly name: string;
  readonly heading: string;
  /** `extra` are the caller's further arguments for the tool. */
  run(extra: readonly string[]): Promise<Tally>;
}

const sources = ['app', 'db', 'workers', 'scripts', 'e2e'];
const reports = path.join(rootFolder, '.cache/check');
const e2eConfig = 'e2e/playwright.config.ts';

/** In the order they run: the quick ones first. */
export const parts: readonly Part[] = [
  staticPart('lint', 'Lint', (extra) => ['eslint', '--max-warnings', '0', ...(extra.length > 0 ? extra : ['.'])]),
  staticPart('types', 'Types', (extra) => ['tsc', '--noEmit', '-p', '.', ...extra]),
  staticPart('layers', 'Layer rules', () => ['depcruise', ...sources.filter((name) => existsSync(path.join(rootFolder, name)))]),
  vitestPart('unit', 'Unit tests', ['--project', 'unit']),
  vitestPart('database', 'Database tests', ['--project', 'database']),
  vitestPart('workers', 'Worker tests', ['--project', 'workers']),
  { name: 'e2e', heading: 'End-to-end tests', run: runEndToEnd },
];

function staticPart(name: string, heading: string, command: (extra: readonly string[]) => string[]): Part {
  return {
    name,
    heading,
    run: async (extra) => {
      const [tool = '', ...args] = command(extra);
      return tallyOfExitCode(await runTool({ tool, args }));
    },
  };
}

function vitestPart(name: string, heading: string, args: readonly string[]): Part {
  return {
    name,
    heading,
    run: async (extra) => {
      const report = freshReport(name);
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const code = await runTool({ tool: 'vitest', args: ['run', ...args, ...reporters, ...extra] });
      return tallyOfVitest(readReport(report), code);
    },
  };
}

async function runEndToEnd(extra: readonly string[]): Promise<Tally> {
  if (!existsSync(path.join(rootFolder, e2eConfig))) {
    process.stdout.write(`Skipped: ${e2eConfig} does not exist.\n`);
    return { ...emptyTally, skipped: 1 };
  }
  if (!isBuilt(rootFolder)) {
    const code = await runTool({ tool: 'tsx', args: ['scripts/build.ts'] });
    if (code !== 0) {
      process.stdout.write('The web did not build, so no end-to-end test ran.\n');
      return tallyOfExitCode(code);
    }
  }
  const report = freshReport('e2e');
  // Under a bare C locale the browser saves no file with a Chinese name.
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, LC_ALL: 'C.UTF-8' };
  const args = ['test', '-c', e2eConfig, '--reporter=line,json', ...extra];
  const code = await runTool({ tool: 'playwright', args, environment });
  return tallyOfPlaywright(readReport(report), code);
}

/** The report of an earlier run must not stand for this one. */
function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  const place = path.join(reports, `${name}.json`);
  rmSync(place, { force: true });
  return place;
}

function readReport(place: string): string | undefined {
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}
