import { ruleNeeds } from '../scoring/rules/registry';
import { basicsCells, budgetCells, narrativeCells } from './fixed-cells';
import type { FormBasis } from './form-basis';
import type { CellSpec, FormModel } from './form-model';
import { indicatorCells } from './indicator-cells';
import { indicatorEntries, projectExecutionEntry, projectIndicatorEntries } from './indicator-entry';
import { projectCells } from './project-cells';

/** The cells of one assignment in the order of the form: 基本情况, 收支情况, 绩效指标, 项目自评, 报告正文. Pure and total. */
export function buildFormModel(basis: FormBasis): FormModel {
  const { rounding } = basis.system;
  const cells: CellSpec[] = [...basicsCells(), ...budgetCells()];
  for (const entry of indicatorEntries(basis)) {
    cells.push(...indicatorCells(entry, ruleNeeds(entry.rule), rounding, 'indicators'));
  }
  for (const project of basis.projects) {
    const execution = projectExecutionEntry(basis.projectForm, project);
    cells.push(...projectCells(project));
    cells.push(...indicatorCells(execution, ruleNeeds(execution.rule), basis.projectForm.rounding, 'projects'));
    for (const entry of projectIndicatorEntries(basis, project)) {
      cells.push(...indicatorCells(entry, ruleNeeds(entry.rule), basis.projectForm.rounding, 'projects'));
    }
  }
  cells.push(...narrativeCells());
  return { cells, byAddress: new Map(cells.map((cell) => [cell.address as string, cell])) };
}
