import { expect, it } from 'vitest';
import district32 from '~/db/seed/indicator-systems/district-32.json';
import projectForm from '~/db/seed/project-forms/project-10-50-30-10.json';
import { createLiveScorer } from './live-scorer';
import { scoreSnapshot } from './score-snapshot';
import { prefillSelfScores, selfScoreDiffers, suggestSelfScore } from './self-score';
import { liwan2024 } from './testing/liwan-2024';
import { withProjects } from './testing/projects';

const base = withProjects(liwan2024(district32, projectForm), 1);
const scorer = createLiveScorer(base);
const itemOf = (cells: Record<string, string>, code: string) => scorer.score({ ...base.cells, ...cells }).items.find((item) => item.code === code)!;

it('prefills every empty self score with the score shown, in the department table and in the projects', () => {
  const sheet = scoreSnapshot(base);
  const filled = prefillSelfScores(sheet, { ...base.cells, 'indicators.LZ-01.self_score': '4.5' });
  expect(filled['indicators.LZ-01.self_score']).toBeUndefined();
  expect(filled).toMatchObject({ 'indicators.LZ-02.self_score': '4.98', 'indicators.LZ-09.self_score': '9.99', 'projects.P01.execution.self_score': '10.00' });
  expect(Object.keys(filled)).toHaveLength(31 + 1 + 15);
  const after = scorer.score({ ...base.cells, ...filled });
  expect(after.items.some(selfScoreDiffers)).toBe(false);
  expect(after.total.selfScore).toBe('94.97');
  expect(after.projects[0]?.total.selfScore).toBe(after.projects[0]?.total.sumOfShownItems);
});

it('compares a typed self score with the score shown, as numbers', () => {
  expect(suggestSelfScore(itemOf({}, 'LZ-02'))).toBe('4.98');
  expect(selfScoreDiffers(itemOf({}, 'LZ-02'))).toBe(false);
  expect(selfScoreDiffers(itemOf({ 'indicators.LZ-02.self_score': '4.980' }, 'LZ-02'))).toBe(false);
  expect(selfScoreDiffers(itemOf({ 'indicators.LZ-02.self_score': '4.9' }, 'LZ-02'))).toBe(true);
  expect(itemOf({ 'indicators.LZ-02.self_score': '5', 'indicators.LZ-02.self_score_reason': '统计口径调整' }, 'LZ-02')).toMatchObject({
    selfScore: '5',
    selfScoreReason: '统计口径调整',
  });
});

it('adds up self scores: an empty one adopts the score shown, an unreadable one leaves no total', () => {
  const total = (cells: Record<string, string>) => scorer.score({ ...base.cells, ...cells }).total.selfScore;
  expect(total({})).toBeNull();
  expect(total({ 'indicators.LZ-02.self_score': '5' })).toBe('94.99');
  expect(total({ 'indicators.LZ-02.self_score': '5', 'indicators.LZ-01.self_score': '满分' })).toBeNull();
  expect(total({ 'indicators.LZ-01.self_score': '满分' })).toBeNull();
});
