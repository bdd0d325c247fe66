import type { CellSpec } from '~/app/domain/form/form-model';

/** Where a cell is edited: the section it stands in, scrolled to the cell. */
export function cellLink(assignmentId: string, spec: CellSpec): string {
  const root = `/department/assignments/${assignmentId}`;
  const page = spec.section === 'answers' ? 'check' : spec.project === undefined ? spec.section : `projects/${spec.project}`;
  return `${root}/${page}#${spec.address}`;
}
