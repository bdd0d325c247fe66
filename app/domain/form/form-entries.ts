import type { FormBasis } from './form-basis';
import { indicatorEntries, type IndicatorEntry, projectExecutionEntry, projectIndicatorEntries } from './indicator-entry';
import type { ProjectBinding } from './project-form';

/** Every leaf of a form, in its order. */
export interface FormEntries {
  readonly department: readonly IndicatorEntry[];
  readonly projects: readonly ProjectEntries[];
}

export interface ProjectEntries {
  readonly binding: ProjectBinding;
  readonly execution: IndicatorEntry;
  readonly indicators: readonly IndicatorEntry[];
}

export function formEntries(basis: FormBasis): FormEntries {
  return {
    department: indicatorEntries(basis),
    projects: basis.projects.map((binding) => ({
      binding,
      execution: projectExecutionEntry(basis.projectForm, binding),
      indicators: projectIndicatorEntries(basis, binding),
    })),
  };
}
