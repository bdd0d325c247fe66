import type { FindingLevel } from '~/app/domain/checks/finding';
import type { CatalogueEntry } from '~/app/domain/checks/registry';

/** What of the catalogue is shown; '' shows all. `group` is the letter its ids begin with. */
export interface CatalogueChoice {
  readonly group: string;
  readonly level: FindingLevel | '';
}

export interface CatalogueGroup {
  readonly letter: string;
  readonly name: string;
  readonly entries: readonly CatalogueEntry[];
}

const LEVELS: readonly FindingLevel[] = ['E', 'W', 'I'];

/** Reads `?group=A&level=W`; what names none of the letters, or no level, shows all. */
export function readChoice(search: URLSearchParams, letters: readonly string[]): CatalogueChoice {
  const group = search.get('group') ?? '';
  const level = search.get('level') ?? '';
  return {
    group: letters.includes(group) ? group : '',
    level: LEVELS.find((one) => one === level) ?? '',
  };
}

export function catalogueLink({ group, level }: CatalogueChoice): string {
  const search = new URLSearchParams({ ...(group === '' ? {} : { group }), ...(level === '' ? {} : { level }) }).toString();
  return search === '' ? '/checks' : `/checks?${search}`;
}

/** The entries chosen, in the groups and the order of the catalogue. */
export function chosenGroups(catalogue: readonly CatalogueEntry[], { group, level }: CatalogueChoice): CatalogueGroup[] {
  const entries = catalogue.filter(({ id, levels }) => (group === '' || id[0] === group) && (level === '' || levels.includes(level)));
  return groupsOf(catalogue)
    .map(({ letter, name }) => ({ letter, name, entries: entries.filter(({ id }) => id[0] === letter) }))
    .filter((one) => one.entries.length > 0);
}

export function groupsOf(catalogue: readonly CatalogueEntry[]): { readonly letter: string; readonly name: string }[] {
  return [...new Map(catalogue.map(({ id, group }) => [id[0]!, group]))].map(([letter, name]) => ({ letter, name }));
}

/** How many entries a choice shows. */
export function countOf(catalogue: readonly CatalogueEntry[], choice: CatalogueChoice): number {
  return chosenGroups(catalogue, choice).reduce((sum, { entries }) => sum + entries.length, 0);
}
