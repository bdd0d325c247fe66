import { FUNDING_COLUMNS } from '../form/project-addresses';
import { basicsCells, budgetCells } from '../form/fixed-cells';
import type { CellPart } from '../form/leaf-cells';
import { fundingPart } from '../form/project-cells';
import type { ProjectBinding } from '../form/project-form';

/** What a cell outside the asking leaf holds; null when the form has no such figure. */
export type PartFinder = (address: string) => CellPart | null;

const FIXED: ReadonlyMap<string, CellPart> = new Map([...basicsCells(), ...budgetCells()].map((spec) => [spec.address, spec]));

/** Finds what scores read besides the cells of their own leaf: figures of the department, and the total row of each project's funds table. */
export function createPartFinder(projects: readonly ProjectBinding[]): PartFinder {
  const codes = new Set(projects.map(({ code }) => code));
  return (address) => FIXED.get(address) ?? fundsOf(address, codes);
}

/** Told by the end of the address: `projects.<code>.funding.executed` is one of a project of the form. */
function fundsOf(address: string, codes: ReadonlySet<string>): CellPart | null {
  for (const { end, part } of TOTALS) {
    if (!address.endsWith(end) || !address.startsWith(OWNER)) continue;
    return codes.has(address.slice(OWNER.length, -end.length)) ? part : null;
  }
  return null;
}

const OWNER = 'projects.';
const TOTALS = FUNDING_COLUMNS.map((column) => ({ end: `.funding.${column}`, part: fundingPart('total', column) }));
