import { ruleNeeds } from '../scoring/rules/registry';
import { basicsCells, budgetCells, narrativeCells } from './fixed-cells';
import type { FormBasis } from './form-basis';
import { formEntries, type FormEntries } from './form-entries';
import type { CellSpec, FormModel } from './form-model';
import { indicatorCells } from './indicator-cells';
import { projectCells } from './project-cells';

/**
 * The cells of one assignment in the order of the form: 基本情况, 收支情况, 绩效指标, 项目自评, 报告正文. Pure and total. `entries` are the leaves of the same
 * basis, for callers that have them already.
 */
export function buildFormModel(basis: FormBasis, entries: FormEntries = formEntries(basis)): FormModel {
  const cells: CellSpec[] = [...basicsCells(), ...budgetCells()];
  for (const entry of entries.department) cells.push(...indicatorCells(entry, ruleNeeds(entry.rule), basis.system.rounding, 'indicators'));
  for (const { binding, execution, indicators } of entries.projects) {
    cells.push(...projectCells(binding));
    for (const entry of [execution, ...indicators]) cells.push(...indicatorCells(entry, ruleNeeds(entry.rule), basis.projectForm.rounding, 'projects'));
  }
  cells.push(...narrativeCells());
  return { cells, byAddress: new Map(cells.map((cell) => [cell.address as string, cell])) };
}
