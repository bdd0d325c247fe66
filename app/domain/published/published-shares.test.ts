import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { replay } from '../scoring/replay';
import type { ExplainedBy } from './explained-by';
import { readPublishedTable } from './read-published-table';
import { scorePublishedTable, type ScoredPublishedTable } from './score-published-table';
import { PUBLISHED_TABLES } from './testing/tables';

const scored = PUBLISHED_TABLES.map(scorePublishedTable);

function count(explanations: readonly (ExplainedBy | null)[]): Partial<Record<ExplainedBy, number>> {
  const counts: Partial<Record<ExplainedBy, number>> = {};
  for (const how of explanations) if (how !== null) counts[how] = (counts[how] ?? 0) + 1;
  return counts;
}

it('scores all 28 published tables', () => {
  expect(scored).toHaveLength(28);
  expect(scored.map(({ indicators }) => indicators.length)).toEqual(PUBLISHED_TABLES.map(({ indicators }) => indicators.length));
});

it('explains 66 of the 74 numeric lines with a published score', () => {
  const lines = scored.flatMap(({ indicators }) => indicators);
  expect(count(lines.map(({ explainedBy }) => explainedBy))).toEqual({
    exact: 55,
    'rounded-1dp': 3,
    'rounded-integer': 3,
    floored: 2,
    'met-but-reduced': 3,
    unexplained: 8,
    'not-computable': 36,
  });
});

it('explains 13 of the 14 execution lines that have a rate and a published score', () => {
  expect(count(scored.map(({ executionLine }) => executionLine.explainedBy))).toEqual({
    exact: 9,
    'rounded-integer': 1,
    floored: 1,
    'met-but-reduced': 2,
    unexplained: 1,
    'not-computable': 1,
  });
});

it('gives every computed score a derivation that computes it again', () => {
  const all = scored.flatMap(({ executionLine, indicators }) => [executionLine, ...indicators]);
  for (const { computedScore, trace } of all) {
    if (trace === null) expect(computedScore).toBeNull();
    else expect(replay(trace)).toMatchObject({ ok: true, score: computedScore });
  }
});

const collection = path.resolve(import.meta.dirname, '../../../../shared/published-tables');

// The collection itself stands beside the project, not in it.
it.skipIf(!existsSync(collection))('gives for the collection itself what it gives for the figures kept here', () => {
  const files = readdirSync(collection).filter((file) => /^\d+\.json$/.test(file));
  const documents = files.map((file): ScoredPublishedTable => {
    const reading = readPublishedTable(readFileSync(path.join(collection, file), 'utf8'));
    if (!reading.ok) throw new Error(`${file}: ${reading.problem}`);
    return scorePublishedTable(reading.table);
  });
  expect(documents).toEqual(scored);
});
