import { describe, expect, test } from 'vitest';
import { statementName } from './statement-names';

describe('statementName', () => {
  test('names a statement from its third use on, always alike', () => {
    const names = Array.from({ length: 4 }, () => statementName('select 1 where $1'));
    expect(names.slice(0, 2)).toEqual([undefined, undefined]);
    expect(names[2]).toMatch(/^h[0-9a-f]{40}$/);
    expect(names[3]).toBe(names[2]);
    for (let use = 0; use < 3; use += 1) statementName('select 2 where $1');
    expect(statementName('select 2 where $1')).not.toBe(names[2]);
  });

  test('the number of names is bounded, and texts that never come back take none', () => {
    const named = new Set<string>();
    for (let index = 0; index < 5000; index += 1) expect(statementName(`once ${index}`)).toBeUndefined();
    for (let index = 0; index < 2000; index += 1) {
      for (let use = 0; use < 3; use += 1) {
        const name = statementName(`often ${index}`);
        if (name) named.add(name);
      }
    }
    expect(named.size).toBeLessThanOrEqual(500);
    expect(statementName('select 1 where $1')).toMatch(/^h/);
  });
});
