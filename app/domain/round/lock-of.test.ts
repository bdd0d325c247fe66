import { describe, expect, it } from 'vitest';
import { lockOf, type LockFacts } from './lock-of';

const facts: LockFacts = {
  state: 'filling',
  roundState: 'open',
  bureauName: '荔湾区财政局',
  changedBy: '陈晓岚',
  changedAt: '2025-04-08T02:32:00Z',
  finalisedAt: null,
};

describe('lockOf', () => {
  it('leaves a form open while fillers may write', () => {
    expect(lockOf(facts)).toBeNull();
    expect(lockOf({ ...facts, state: 'not_started' })).toBeNull();
  });

  it('says who, why and until when', () => {
    expect(lockOf({ ...facts, state: 'in_approval' })?.sentence).toBe(
      '陈晓岚于2025年4月8日 10:32已送审，正在内部审核，填报内容已锁定；部门审核人退回后可继续填报。',
    );
    expect(lockOf({ ...facts, state: 'submitted' })?.until).toBe('荔湾区财政局退回后可继续填报');
    expect(lockOf({ ...facts, state: 'accepted' })?.who).toBe('荔湾区财政局');
  });

  it('lets the finalised round outrank the state, also for a form that was still being filled', () => {
    const locked = lockOf({ ...facts, roundState: 'finalised', finalisedAt: '2025-07-01T01:00:00Z' });
    expect(locked?.sentence).toBe('荔湾区财政局于2025年7月1日 09:00已将本轮自评任务定稿，填报内容已锁定；定稿后不再开放修改。');
  });

  it('still speaks when nobody is on record', () => {
    expect(lockOf({ ...facts, state: 'submitted', changedBy: null, changedAt: null })?.sentence).toBe(
      '本部门审核人已报送荔湾区财政局，填报内容已锁定；荔湾区财政局退回后可继续填报。',
    );
  });
});
