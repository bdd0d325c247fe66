import type { Differences } from './correctness';
import { DECIMAL_DIGITS } from './decimal-arithmetic';
import type { Edits } from './edits';
import type { Speed } from './speed';

export interface Results {
  readonly machine: { readonly node: string; readonly cores: number };
  readonly speed: Speed;
  readonly differences: Differences;
  readonly edits: Edits;
}

/** The results as people read them, the goals beside what they are held against. */
export function reportOf({ machine, speed, differences, edits }: Results): string {
  const { milliseconds: ms, ratios } = speed;
  const lines = [
    `Node ${machine.node}, ${machine.cores} cores. In turn, a process each, means of turns as long as each other; medians of the turns, ratios paired by turn.`,
    '',
    `District: ${speed.departments} departments × (32 indicators + ${speed.projects} projects × 15 and their execution lines) = ${speed.formulas} formulas, ${speed.steps} steps of derivations, ${speed.rounds} turns`,
    `  engine with traces   ${time(ms.engine)}   preparing ${time(ms.preparing)} + scoring ${time(ms.scoring)}   ${each(ms.engine, speed)}`,
    `  bare decimal.js loop ${time(ms.decimal)}   ${DECIMAL_DIGITS} digits, figures given   ${each(ms.decimal, speed)}`,
    `  hyperformula         ${time(ms.sheets)}   a sheet built per department   ${each(ms.sheets, speed)}`,
    `  engine / decimal.js  ${times(ratios.toDecimal)} ${goal(ratios.toDecimal >= 0.5, '≥ 0.5')}; without preparing ${times(ratios.toDecimalWithoutPreparing)}`,
    `  engine / hyperformula ${times(ratios.toSheets)} ${goal(ratios.toSheets >= 10, '≥ 10')}`,
    '',
    `Totals of ${differences.departments} random departments that are not the exact rational total:`,
    ...Object.entries(differences.wrong).map(
      ([name, wrong]) =>
        `  ${name.padEnd(18)}  engine ${wrong.engine} ${goal(wrong.engine === 0, '0')}   decimal.js ${wrong.decimal}   hyperformula ${wrong.sheets}   plain floats ${wrong.floats}`,
    ),
    '',
    `One edited cell scored and checked again (${edits.edits} edits of ${Object.keys(edits.kinds).length} kinds, ${edits.cells} filled cells, ${edits.findings} findings):`,
    `  median ${time(edits.milliseconds.median)} ${goal(edits.milliseconds.median < 1, '< 1 ms')}, p95 ${time(edits.milliseconds.p95)}; scoring ${time(edits.milliseconds.scoring)}, checking ${time(edits.milliseconds.checking)}`,
    ...Object.entries(edits.kinds).map(([name, kind]) => `    ${name.padEnd(30)} scoring ${time(kind.scoring)}, checking ${time(kind.checking)}`),
    `  compared with a fresh scoring and a fresh run of all checks after ${edits.compared} edits: ${edits.differing} differ ${goal(edits.differing === 0, '0')}`,
  ];
  return lines.join('\n');
}

const time = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 10 ? 3 : 1)} ms`;
const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
const goal = (isReached: boolean, words: string): string => `(goal ${words}: ${isReached ? 'reached' : 'MISSED'})`;
const each = (milliseconds: number, { formulas }: Speed): string => `${((milliseconds * 1000) / formulas).toFixed(2)} µs per formula`;
