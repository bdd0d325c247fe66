import { FUNDING_COLUMNS, projectFundingAddress } from '../form/cell-address';
import { basicsCells, budgetCells } from '../form/fixed-cells';
import type { CellPart } from '../form/leaf-cells';
import { fundingPart } from '../form/project-cells';
import type { ProjectBinding } from '../form/project-form';

/** What a cell outside the asking leaf holds; null when the form has no such figure. */
export type PartFinder = (address: string) => CellPart | null;

const FIXED: ReadonlyMap<string, CellPart> = new Map([...basicsCells(), ...budgetCells()].map((spec) => [spec.address, spec]));

/** Finds what scores read besides the cells of their own leaf: figures of the department, and the total row of each project's funds table. */
export function createPartFinder(projects: readonly ProjectBinding[]): PartFinder {
  const funding = new Map<string, CellPart>();
  for (const { code } of projects) for (const column of FUNDING_COLUMNS) funding.set(projectFundingAddress(code, 'total', column), fundingPart('total', column));
  return (address) => FIXED.get(address) ?? funding.get(address) ?? null;
}
