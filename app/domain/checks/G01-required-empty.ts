import type { CellSpec } from '../form/form-model';
import { SECTION_TITLES, type FormSection } from '../form/sections';
import type { Check } from './check';
import { allLeaves, type CheckContext } from './check-context';
import { isQualitativeUnstated } from './qualitative-unstated';

interface Group {
  readonly subject: string;
  readonly place: string;
}

/** Where an empty cell is reported: with its indicator, else with its project, else with its section. */
function groupOf(spec: CellSpec, places: ReadonlyMap<string, string>): Group {
  if (spec.indicator !== undefined) {
    const subject = spec.project === undefined ? spec.indicator : `${spec.project}.${spec.indicator}`;
    return { subject, place: places.get(subject) ?? `“${spec.subject ?? spec.indicator}”` };
  }
  if (spec.project !== undefined) return { subject: spec.project, place: places.get(spec.project) ?? `项目 ${spec.project}` };
  return { subject: spec.section, place: `“${SECTION_TITLES[spec.section as FormSection]}”` };
}

function placesOf(context: CheckContext): ReadonlyMap<string, string> {
  return new Map([
    ...allLeaves(context).map((leaf) => [leaf.key, leaf.place] as const),
    ...context.projects.map(({ binding, place }) => [binding.code as string, place] as const),
  ]);
}

/** A required cell is empty. One finding per indicator, project or section; cells that C03 reports are left to it. */
export const requiredEmpty: Check = {
  id: 'G01',
  title: '必填项已填写',
  run: (context) => {
    const places = placesOf(context);
    const leftToC03 = new Set(allLeaves(context).filter((leaf) => isQualitativeUnstated(context, leaf)).map((leaf) => leaf.key));
    const groups = new Map<string, { group: Group; specs: CellSpec[] }>();
    for (const spec of context.model.cells) {
      if (!spec.required || context.parsed(spec).status !== 'empty') continue;
      const group = groupOf(spec, places);
      if (leftToC03.has(group.subject) && /\.(actual|tier)$/.test(spec.address)) continue;
      const found = groups.get(group.subject) ?? { group, specs: [] };
      found.specs.push(spec);
      groups.set(group.subject, found);
    }
    return [...groups.values()].map(({ group, specs }) => ({
      kind: 'finding',
      level: 'E',
      subject: group.subject,
      message: `${group.place}未填写：${specs.map((spec) => spec.label).join('、')}。`,
      addresses: specs.map((spec) => spec.address),
      answer: null,
    }));
  },
};
