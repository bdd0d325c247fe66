import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECK_CATALOGUE, CHECK_GROUPS, CHECKS } from './registry';

const page = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| ([A-G]\d{2}) \| ([EWI, ]+) \|/gm)].map(([, id, levels]) => `${id} ${levels}`);

describe('the catalogue of checks', () => {
  it('names every check once, in a group', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, group } of CHECK_CATALOGUE) expect(group, id).toBe(CHECK_GROUPS[id[0]!]);
  });

  it('is what docs/checks.md lists, with the same levels', () => {
    expect(rows).toEqual(CHECK_CATALOGUE.map(({ id, levels }) => `${id} ${levels.join(', ')}`));
  });

  it('says of every check what it demands, what it stands on, and looks at something', () => {
    for (const check of CHECKS) {
      expect(check.explains.length, check.id).toBeGreaterThan(15);
      expect(check.source, check.id).not.toBe('');
      expect(check.levels.length, check.id).toBeGreaterThan(0);
      expect(check.answer === null, check.id).toBe(check.levels.every((level) => level === 'I'));
      expect([check.form, check.table, check.leaf, check.group].some((look) => look !== undefined), check.id).toBe(true);
    }
  });
});
