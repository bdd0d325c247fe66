import { describe, expect, it } from 'vitest';
import { isJobName, JOBS } from './catalog';
import { QUEUE_NAMES } from './queue-names';

const id = '0199aaaa-0000-7000-8000-000000000001';
const valid = {
  'score-submission': { bureauId: id, submissionId: id },
  'rank-round': { bureauId: id, roundId: id, requestedBy: null },
  'render-report': { bureauId: id, reportId: id },
} as const;

describe.each(QUEUE_NAMES)('job %s', (name) => {
  it('is in the catalog under the name of its queue', () => {
    expect(JOBS[name].name).toBe(name);
    expect(isJobName(name)).toBe(true);
  });

  it('takes ids and nothing else', () => {
    const { payload } = JOBS[name];
    expect(payload.safeParse(valid[name]).success).toBe(true);
    expect(payload.safeParse({ ...valid[name], bureauId: undefined }).success).toBe(false);
    expect(payload.safeParse({ ...valid[name], bureauId: '荔湾区财政局' }).success).toBe(false);
    expect(payload.safeParse({ ...valid[name], snapshot: {} }).success).toBe(false);
  });
});

it('knows no other job', () => {
  expect(isJobName('toString')).toBe(false);
});
