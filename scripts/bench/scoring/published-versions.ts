import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type IndicatorSystemVersion, indicatorSystemVersionSchema } from '~/app/domain/form/indicator-system-version';
import { type ProjectForm, projectFormSchema } from '~/app/domain/form/project-form';
import { rootFolder } from '../../set-up/root-folder.mjs';

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(rootFolder, 'db/seed', file), 'utf8'));
let system: IndicatorSystemVersion | null = null;
let form: ProjectForm | null = null;

/** district-32 as it is published with the demo. */
export function districtSystem(): IndicatorSystemVersion {
  return (system ??= indicatorSystemVersionSchema.parse(read('indicator-systems/district-32.json')));
}

/** The official project form, 10 + 50 + 30 + 10. */
export function projectForm(): ProjectForm {
  return (form ??= projectFormSchema.parse(read('project-forms/project-10-50-30-10.json')));
}
