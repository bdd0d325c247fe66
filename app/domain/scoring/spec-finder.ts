import { basicsCells, budgetCells } from '../form/fixed-cells';
import type { CellSpec } from '../form/form-model';
import { indicatorCells } from '../form/indicator-cells';
import { projectCells } from '../form/project-cells';
import type { ProjectBinding } from '../form/project-form';
import { ruleNeeds } from './rules/registry';
import type { PreparedItem } from './score-item';

const FIXED: ReadonlyMap<string, CellSpec> = new Map([...basicsCells(), ...budgetCells()].map((spec) => [spec.address, spec]));

/**
 * Finds the specification of a cell a score reads, without building the whole form: the cells of a leaf or of a project's funds table are made when
 * the first of them is asked for.
 */
export function createSpecFinder(items: readonly PreparedItem[], projects: readonly ProjectBinding[]): (address: string) => CellSpec | null {
  const found = new Map<string, CellSpec | null>();
  const owners = new Map<string, PreparedItem>();
  for (const item of items) owners.set(item.entry.prefix, item);
  return (address) => {
    const known = found.get(address) ?? FIXED.get(address);
    if (known !== undefined) return known;
    const owner = ownerOf(address, owners);
    const specs = owner ? cellsOf(owner) : projects.flatMap((project) => (address.startsWith(`projects.${project.code}.`) ? projectCells(project) : []));
    for (const spec of specs) found.set(spec.address, spec);
    if (!found.has(address)) found.set(address, null);
    return found.get(address)!;
  };
}

/** `<prefix>.<field>` or `<prefix>.inputs.<key>`. */
function ownerOf(address: string, owners: ReadonlyMap<string, PreparedItem>): PreparedItem | undefined {
  const last = address.lastIndexOf('.');
  return owners.get(address.slice(0, last)) ?? owners.get(address.slice(0, Math.max(0, address.lastIndexOf('.', last - 1))));
}

function cellsOf({ entry, rounding }: PreparedItem): readonly CellSpec[] {
  return indicatorCells(entry, ruleNeeds(entry.rule), rounding, entry.project === null ? 'indicators' : 'projects');
}
