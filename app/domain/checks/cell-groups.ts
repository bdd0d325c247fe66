import type { FormModel } from '../form/form-model';
import { type FormSection, SECTION_TITLES } from '../form/sections';
import type { CellGroup } from './check-context';
import type { BareTable } from './form-tables';

/** The cells of a form by what they belong to — an indicator, else a project, else a section — in the order of the form. */
export function cellGroups(model: FormModel, tables: readonly BareTable[]): CellGroup[] {
  const leaves = new Map(tables.flatMap((table) => table.leaves).map((leaf) => [leaf.key, leaf]));
  const projects = new Map(tables.map(({ frame }) => [frame.subject, frame.place]));
  const groups = new Map<string, CellGroup & { cells: CellGroup['cells'][number][] }>();
  for (const spec of model.cells) {
    const leaf = spec.indicator === undefined ? undefined : leaves.get(spec.project === undefined ? spec.indicator : `${spec.project}.${spec.indicator}`);
    const subject = leaf?.key ?? spec.project ?? spec.section;
    const found = groups.get(subject);
    if (found) {
      found.cells.push(spec);
      continue;
    }
    const place = leaf?.place ?? (spec.project === undefined ? `“${SECTION_TITLES[spec.section as FormSection]}”` : projects.get(spec.project)!);
    groups.set(subject, { subject, place, cells: [spec], entry: leaf?.entry ?? null });
  }
  return [...groups.values()];
}
