import { describe, expect, it } from 'vitest';
import { problemsOf } from './redis-guard';

const info = (policy: string, aof: string): string => `# Memory\r\nused_memory:1\r\nmaxmemory_policy:${policy}\r\n\r\n# Persistence\r\naof_enabled:${aof}\r\n`;

describe('settings of a Redis that holds jobs', () => {
  it('accepts noeviction with AOF', () => {
    expect(problemsOf(info('noeviction', '1'))).toEqual([]);
  });

  it.each(['allkeys-lru', 'volatile-ttl', 'allkeys-random'])('objects to %s', (policy) => {
    expect(problemsOf(info(policy, '1'))).toEqual([expect.stringContaining(policy)]);
  });

  it('objects to a Redis without AOF', () => {
    expect(problemsOf(info('noeviction', '0'))).toEqual([expect.stringContaining('AOF')]);
  });

  it('does not take silence for safety', () => {
    expect(problemsOf('')).toHaveLength(2);
  });
});
