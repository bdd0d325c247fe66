import { describe, expect, it } from 'vitest';
import { CHECK_CATALOGUE } from '~/app/domain/checks/registry';
import { catalogueLink, chosenGroups, countOf, groupsOf, readChoice } from './catalogue-filter';

const read = (search: string) => readChoice(new URLSearchParams(search), groupsOf(CHECK_CATALOGUE).map(({ letter }) => letter));
const idsOf = (search: string) => chosenGroups(CHECK_CATALOGUE, read(search)).flatMap(({ entries }) => entries.map(({ id }) => id));

describe('the catalogue', () => {
  it('has every check once, with a level, a text and a source', () => {
    expect(idsOf('')).toEqual(CHECK_CATALOGUE.map(({ id }) => id));
    expect(new Set(idsOf('')).size).toBe(CHECK_CATALOGUE.length);
    for (const { id, levels, text, source } of CHECK_CATALOGUE) {
      expect(levels.length, id).toBeGreaterThan(0);
      expect([text, source].every((words) => words.length > 4), id).toBe(true);
    }
  });

  it.each([
    ['group=A', (id: string) => id.startsWith('A')],
    ['level=I', (id: string) => CHECK_CATALOGUE.find((entry) => entry.id === id)!.levels.includes('I')],
    ['group=A&level=I', (id: string) => id === 'A03'],
  ])('is narrowed by %s', (search, fits) => {
    expect(idsOf(search).length).toBeGreaterThan(0);
    expect(idsOf(search)).toEqual(CHECK_CATALOGUE.map(({ id }) => id).filter(fits));
    expect(countOf(CHECK_CATALOGUE, read(search))).toBe(idsOf(search).length);
  });

  it('shows nothing where a group has no check of a level, and everything for words that name nothing', () => {
    expect(idsOf('group=G&level=I')).toEqual([]);
    expect(read('group=toString&level=X')).toEqual({ group: '', level: '' });
  });

  it('keeps the choice in the address', () => {
    expect(catalogueLink({ group: 'A', level: 'W' })).toBe('/checks?group=A&level=W');
    expect(catalogueLink({ group: '', level: '' })).toBe('/checks');
    for (const { letter } of groupsOf(CHECK_CATALOGUE)) expect(read(catalogueLink({ group: letter, level: 'E' }).split('?')[1]!)).toEqual({ group: letter, level: 'E' });
  });
});
