import type { CellSpec, FormModel, SectionKey } from './form-model';
import { parseCell } from './parse-cell';

/** The sections a department works through, in order. Answers to findings are reached from the checks, not from a section of their own. */
export const FORM_SECTIONS = ['basics', 'budget', 'indicators', 'projects', 'narrative'] as const satisfies readonly SectionKey[];
export type FormSection = (typeof FORM_SECTIONS)[number];

export const SECTION_TITLES: Readonly<Record<FormSection, string>> = {
  basics: '基本情况',
  budget: '收支情况',
  indicators: '绩效指标',
  projects: '项目自评',
  narrative: '报告正文',
};

/** `required`: cells that must be filled. `filled`: those of them that hold readable text. `invalid`: cells of the section whose text does not parse. */
export interface SectionProgress {
  readonly section: FormSection;
  readonly title: string;
  readonly required: number;
  readonly filled: number;
  readonly invalid: number;
}

export type CellTexts = Readonly<Record<string, string>>;

export function progressOf(model: FormModel, cells: CellTexts): SectionProgress[] {
  return FORM_SECTIONS.map((section) => ({
    section,
    title: SECTION_TITLES[section],
    ...countCells(
      model.cells.filter((cell) => cell.section === section),
      cells,
    ),
  }));
}

/** Progress of any choice of cells: one indicator, one project, what was returned. */
export function countCells(specs: readonly CellSpec[], cells: CellTexts): Pick<SectionProgress, 'required' | 'filled' | 'invalid'> {
  let required = 0;
  let filled = 0;
  let invalid = 0;
  for (const spec of specs) {
    const typed = cells[spec.address];
    const status = typed === undefined ? 'empty' : parseCell(spec, typed).status;
    if (status === 'invalid') invalid += 1;
    if (!spec.required) continue;
    required += 1;
    if (status === 'ok') filled += 1;
  }
  return { required, filled, invalid };
}
