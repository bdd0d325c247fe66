import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { partOfRuns } from '../testing/property-runs';
import { engineScores, type OracleForm, oracleForm, tablesOf } from './testing/oracle-forms';
import { bandLine, directLine, equalLine, type InputLine, listLine, rangeLine, ratioLine, reverseLine, shareLine, stepLine, type TargetLine } from './testing/oracle-lines';
import { createSqlOracle, type OracleScores, type SqlOracle } from './testing/sql-oracle';

let database: TestDatabase;
let oracle: SqlOracle;

beforeAll(async () => {
  database = await createTestDatabase();
  oracle = await createSqlOracle(await database.clientAs('superuser'));
});
afterAll(() => database.close());

/** Forms per statement. */
const BATCH = 200;

async function oracleScores(forms: readonly OracleForm[]): Promise<readonly (readonly OracleScores[])[]> {
  const scores = await oracle.score(forms.flatMap(tablesOf));
  return forms.map((_, index) => scores.slice(2 * index, 2 * index + 2));
}

/** Engine and oracle give the same points on every line and the same totals. Many forms go to the database at once; of a form that differs only the lines that differ are shown. */
async function expectNoDifference(form: fc.Arbitrary<OracleForm>, runs: number): Promise<void> {
  for (let left = runs; left > 0; left -= BATCH) {
    const batch = fc.sample(form, Math.min(left, BATCH));
    const scores = await oracleScores(batch);
    batch.forEach((one, index) => expect(differencesOf(one, engineScores(one), scores[index]!)).toEqual([]));
  }
}

function differencesOf(form: OracleForm, engine: readonly OracleScores[], oracle: readonly OracleScores[]): unknown[] {
  return tablesOf(form).flatMap((table, which) => {
    const [ours, theirs] = [engine[which]!, oracle[which]!];
    const lines = table.lines.flatMap((line, index) => (ours.lines[index] === theirs.lines[index] ? [] : [{ line, engine: ours.lines[index], oracle: theirs.lines[index] }]));
    const total = ours.total === theirs.total ? [] : [{ engine: ours, oracle: theirs, table: lines.length > 0 ? null : table }];
    return [...lines, ...total].map((difference) => ({ rounding: form.rounding, ...difference }));
  });
}

/** Lines of the one sort in a form. */
const LINES = 40;
const ofTargets = (target: fc.Arbitrary<TargetLine>): fc.Arbitrary<OracleForm> => oracleForm({ bound: [20, 20], common: [0, 0], project: [20, 20] }, { target });
const ofInputs = (input: fc.Arbitrary<InputLine>): fc.Arbitrary<OracleForm> => oracleForm({ bound: [0, 0], common: [40, 40], project: [0, 0] }, { input });

describe('every line scores what PostgreSQL computes', () => {
  it.each([
    ['ratio', ofTargets(ratioLine)],
    ['both reverses', ofTargets(reverseLine)],
    ['equal', ofTargets(equalLine)],
    ['direct', ofTargets(directLine)],
    ['range in both forms', ofTargets(rangeLine)],
    ['a share of two figures', ofInputs(shareLine)],
    ['band_table', ofInputs(bandLine)],
    ['deduction_per_unit in both modes', ofInputs(stepLine)],
    ['deduction_list', ofInputs(listLine)],
  ])('%s', async (_name, form) => {
    await expectNoDifference(form, partOfRuns(LINES));
  });
});

it('every total is what PostgreSQL computes: both scopes, all roundings, rescaling, caps, execution lines', async () => {
  await expectNoDifference(oracleForm({ bound: [0, 4], common: [0, 4], project: [0, 4] }), partOfRuns(2));
});
