import { describe, expect, it } from 'vitest';
import { chinaDate, chinaDateTime, deadlineDistance, deadlineDistanceText, isPast, resolveDeadline } from './deadline';

const at = (text: string): Date => new Date(text);

describe('deadlines in Asia/Shanghai', () => {
  it('prints dates without leading zeros, on the Chinese side of midnight', () => {
    expect(chinaDate('2025-04-07T16:30:00Z')).toBe('2025年4月8日');
    expect(chinaDateTime('2025-04-07T16:05:00Z')).toBe('2025年4月8日 00:05');
  });

  it.each([
    ['2025-04-08T01:00:00+08:00', 0, '2025-04-08T23:59:59+08:00'],
    ['2025-04-08T23:59:59+08:00', 1, '2025-04-09T23:59:59+08:00'],
    ['2024-02-28T12:00:00+08:00', 1, '2024-02-29T23:59:59+08:00'],
    ['2025-04-08T12:00:00Z', -3, '2025-04-05T23:59:59+08:00'],
  ])('resolves %s plus %i days', (now, daysFromNow, expected) => {
    expect(resolveDeadline({ daysFromNow }, at(now)).toISOString()).toBe(at(expected).toISOString());
  });

  it('takes a stated instant as it is', () => {
    expect(resolveDeadline({ at: '2025-05-31T18:00:00+08:00' }, at('2020-01-01T00:00:00Z')).toISOString()).toBe('2025-05-31T10:00:00.000Z');
  });

  it('is in time at the instant and late one millisecond after', () => {
    const deadline = at('2025-05-31T18:00:00.000+08:00');
    expect(isPast(deadline, at('2025-05-31T17:59:59.999+08:00'))).toBe(false);
    expect(isPast(deadline, deadline)).toBe(false);
    expect(isPast(deadline, at('2025-05-31T18:00:00.001+08:00'))).toBe(true);
  });

  it.each([
    ['2025-05-25T09:00:00+08:00', 'ahead', 6, '距截止 6 天'],
    ['2025-05-31T00:10:00+08:00', 'ahead', 0, '今日截止'],
    ['2025-05-31T18:30:00+08:00', 'overdue', 1, '逾期 1 天'],
    ['2025-06-03T00:10:00+08:00', 'overdue', 3, '逾期 3 天'],
  ])('counts calendar days at %s', (now, kind, days, text) => {
    const deadline = at('2025-05-31T18:00:00+08:00');
    expect(deadlineDistance(deadline, at(now))).toEqual({ kind, days });
    expect(deadlineDistanceText(deadline, at(now))).toBe(text);
  });
});
