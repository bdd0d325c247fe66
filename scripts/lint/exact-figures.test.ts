import path from 'node:path';
import { RuleTester } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';
import { rootFolder } from '../set-up/root-folder.mjs';
import { exactFigures } from './exact-figures.mjs';
import { isFigureName, wordsOf } from './figure-words.mjs';

describe('names', () => {
  it('are taken apart into words', () => {
    expect(['annualBudget', 'annual_budget', 'ANNUAL_BUDGET', 'budget.source', 'XMLScore2'].map(wordsOf)).toEqual([
      ['annual', 'budget'],
      ['annual', 'budget'],
      ['annual', 'budget'],
      ['budget', 'source'],
      ['xml', 'score'],
    ]);
  });

  it.each('score totalWeight executed priorYearCarryover rowTotal pointsPerStep completionRate over_target_deduction sumOfShares budgetOfYear MAX_POINTS difference'.split(' '))('%s is a figure', (name) => {
    expect(isFigureName(name)).toBe(true);
  });

  it.each('scoreCount weightDigits totalIndex targetLength totalRow lengthOfTarget indexOfTotal compareTotals byScore spentAt rank digits rowsPerPage name'.split(' '))('%s is none', (name) => {
    expect(isFigureName(name)).toBe(false);
  });
});

/** What figures are made of: the engine's fractions, text, and a schema library. */
const GIVEN = `
  import { z } from 'zod';
  import { type Exact, add, compare } from './app/domain/shared/fraction';
import { fraction } from './app/domain/shared/fraction-text';
  import type { DecimalText } from './app/domain/shared/decimal-text';
  declare const left: Exact; declare const right: Exact; declare const known: Exact | null;
  declare const item: { readonly score: DecimalText; readonly weight: DecimalText; readonly name: string };
  declare const typed: string; declare const items: readonly string[]; declare const position: number;
`;

const VALID = [
  // Figures as they should be.
  'const score: DecimalText = "4.98";',
  'const weight = fraction("5");',
  'interface Line { readonly score: DecimalText; readonly budget: Exact | null; readonly rates: readonly string[] }',
  'const total = add(left, right);',
  'const schema = z.object({ weight: z.string(), digits: z.number() });',
  'function scoreOf(amount: Exact): Exact { return amount; }',
  // Counts, places, sizes and orders.
  'const scoreCount = 3;',
  'const digits = 2;',
  'const rank: number = 1;',
  'const COLUMN_WIDTHS = { target: 12, score: 8 };',
  'interface BureauColumn { readonly total: number }',
  'interface Ranking { readonly statistics: { readonly submitted: number; readonly total: number } }',
  'const byScore = compare(left, right);',
  'const compareTotals = (one: Exact, other: Exact): number => compare(one, other);',
  'items.map((name, index) => index + 1);',
  'const below = items[Math.floor(position / 4)];',
  'const year = parseInt(typed, 10);',
  // Keys of a record are names of something else.
  'const LEVEL: Readonly<Record<"points" | "percent", number>> = { points: 1, percent: 2 };',
  'const ARITY = { points: [2, 2] } as const satisfies Record<string, readonly [number, number]>;',
  // A member under its own name is judged where it is declared.
  'function show(given: { count: number }): number { const { count } = given; return count; }',
  // Text joined to text; days and words in order; whether there is a figure at all.
  'const sentence = item.score + " 分";',
  'const isEarlier = typed <= "2024-12-31";',
  'const isKnown = known === null;',
  'const isMet = compare(left, right) >= 0;',
];

/** Every bad form by itself, by the message it gets: a rule that misses one fails here. */
const INVALID: Readonly<Record<string, readonly string[]>> = {
  number: [
    'const score = 4.98;',
    'const weight: number = 5;',
    'let totalAmount: number | null = null;',
    'const RATES = [0.5, 0.8];',
    'const amounts: ReadonlyMap<string, number> = new Map();',
    'const shares: Record<string, number> = {};',
    'type Score = number;',
    'interface Line { readonly score: number }',
    'interface Line { readonly year_end_carryover?: number }',
    'type Line = { readonly deduction: number | string };',
    'interface Line { rateOf(name: string): number }',
    'class Line { points = 0; }',
    'class Line { constructor(readonly budget: number) {} }',
    'function percent(value: string): number { return value.length; }',
    'const sumOf = (names: readonly string[]) => names.length;',
    'function show(score: number): string { return String(score); }',
    'const show = ({ score }: { name: string; score: string }, target = 5) => score + String(target);',
    'const show = (names: string, ...weights: number[]) => names + weights.join();',
    'type Show = (executed: number) => string;',
    'const { name: total } = { name: 5 };',
    'const line = { name: "a", actual: 3 };',
    'const schema = z.object({ weight: z.number() });',
    'const schema = z.strictObject({ pointsPerStep: z.number().optional() });',
    'async function loadBudget(): Promise<number> { return Promise.resolve(1); }',
  ],
  conversion: [
    'const value = Number(item.name);',
    'const value = parseFloat(typed);',
    'const value = Number.parseFloat(typed);',
    'const value = +typed;',
    'const value = parseInt(item.score, 10);',
    'const value = Number.parseInt(item.weight, 10);',
    'const value = left.valueOf();',
    'declare const figures: { readonly [key: string]: never }; const value = Math.max(figures.total, 1);',
    'const value = Math.round(left as never as number & Exact);',
  ],
  rounding: [
    'const text = (1.005).toFixed(2);',
    'const text = position.toPrecision(3);',
  ],
  arithmetic: [
    'const value = item.score * 2;',
    'const value = item.score - item.weight;',
    'const value = left + right;',
    'const value = left / right;',
    'const isLess = left < right;',
    'const value = -left;',
    'let value = left; value += right;',
  ],
  text: [
    'const isLess = item.score < item.weight;',
    'const isFull = item.score >= "5";',
  ],
  identity: [
    'const isSame = left === right;',
    'const isOther = left !== right;',
  ],
};

const valid = VALID.map((code, index) => ({ name: code, filename: path.join(rootFolder, `valid-${index}.ts`), code: GIVEN + code }));
const invalid = Object.entries(INVALID).flatMap(([messageId, codes]) =>
  codes.map((code, index) => ({ name: code, filename: path.join(rootFolder, `${messageId}-${index}.ts`), code: GIVEN + code, errors: [{ messageId }] })),
);

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

new RuleTester({ languageOptions: { parser: tseslint.parser, parserOptions: { programs: [programOf([...valid, ...invalid])] } } }).run('exact-figures', exactFigures, { valid, invalid });

/** One program of all the cases, as files that stand beside tsconfig.json: their imports are the project's own. */
function programOf(files: readonly { readonly filename: string; readonly code: string }[]): ts.Program {
  const { config } = ts.readConfigFile(path.join(rootFolder, 'tsconfig.json'), ts.sys.readFile) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, rootFolder);
  const host = ts.createCompilerHost(options);
  const codes = new Map(files.map(({ filename, code }) => [filename, code]));
  const { fileExists, readFile } = host;
  host.fileExists = (name) => codes.has(name) || fileExists(name);
  host.readFile = (name) => codes.get(name) ?? readFile(name);
  return ts.createProgram({ rootNames: [...codes.keys()], options, host });
}
