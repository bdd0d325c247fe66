import { listItems, type ListItem } from '../list-items';
import type { Mention, Passage } from '../prose';
import { readBudget } from './budget-cells';
import { readConclusion } from './conclusion-cells';
import { leaveUncovered } from './coverage';
import { outlineOf, passageOf, type ReportSection } from './outline';
import { missing, type ReadCell, type Reading, readWhole, startReading, type UnreadPart } from './read-cell';
import type { IndicatorsRead } from './indicators-read';
import { readIndicators } from './read-indicators';
import { readStaff } from './staff-cells';
import type { SectionRole } from './section-roles';
import { statedMentions } from './stated-mentions';
import { readTitle } from './title';

/** A 部门整体支出绩效自评报告 taken apart (domain.md §4.1). Every span counts UTF-16 units of the text that was read. */
export interface ReadReport extends IndicatorsRead {
  readonly text: string;
  readonly title: string | null;
  readonly unitName: string | null;
  readonly fiscalYear: number | null;
  /** In the order in which they were read; unique by address. */
  readonly cells: readonly ReadCell[];
  readonly unread: readonly UnreadPart[];
  /** The sections as prose. */
  readonly passages: readonly Passage[];
  /** Targets and results as the items of 绩效目标 and 完成情况 state them. */
  readonly mentions: readonly Mention[];
  /** Whether anything says that this is a self-evaluation report at all. */
  readonly isReport: boolean;
}

/** Sections whose whole text is one cell of a form. */
const WHOLE: Partial<Readonly<Record<SectionRole, string>>> = {
  basics: 'basics.functions',
  tasks: 'basics.key_tasks',
  conclusion: 'narrative.conclusion',
  achievements: 'narrative.achievements',
  problems: 'narrative.problems',
  measures: 'narrative.measures',
};
const EXPECTED: readonly (readonly [SectionRole, string])[] = [
  ['conclusion', '自评结论'],
  ['achievements', '主要工作成效'],
  ['problems', '存在的主要问题'],
  ['measures', '下一步改进措施'],
];
/** With this many sections a text is a report even without a title. */
const ENOUGH_SECTIONS = 3;

/** Reads a report of any numbering; never throws. What it cannot read is listed in `unread`. */
export function readReport(text: string): ReadReport {
  const reading = startReading(text);
  const { front, sections } = outlineOf(text);
  const of = (role: SectionRole): readonly ReportSection[] => sections.filter((section) => section.role === role && section.paragraphs.length > 0);
  readTitle(reading, front);
  const passages = sections.flatMap((section) => passageOf(text, section) ?? []);
  readBudget(reading, of('budget'));
  readStaff(reading, of('basics'));
  readConclusion(reading, passages);
  const year = yearOf(reading);
  const indicators = readIndicators(reading, { objectives: of('objectives'), completion: of('completion') }, year);
  readSections(reading, of);
  leaveUncovered(reading, sections);
  const known = new Set(sections.map(({ role }) => role).filter((role) => role !== 'other' && role !== 'container' && role !== 'attachments'));
  const title = reading.cells.get('report.title')?.value ?? null;
  return {
    ...indicators,
    text,
    title,
    unitName: reading.cells.get('report.unit_name')?.value ?? null,
    fiscalYear: year,
    cells: [...reading.cells.values()],
    unread: [...reading.unread].sort((left, right) => left.start - right.start || left.end - right.end),
    passages,
    mentions: statedMentions(reading, indicators, passages),
    isReport: (title !== null && /绩效/.test(title) && known.size > 0) || known.size >= ENOUGH_SECTIONS,
  };
}

function yearOf(reading: Reading): number | null {
  const cell = reading.cells.get('report.fiscal_year');
  return cell ? parseInt(cell.value, 10) : null;
}

function readSections(reading: Reading, of: (role: SectionRole) => readonly ReportSection[]): void {
  for (const [role, address] of Object.entries(WHOLE) as [SectionRole, string][]) {
    const [first, ...others] = of(role);
    if (first) readWhole(reading, address, first.paragraphs);
    others.forEach((section, index) => readWhole(reading, `${address}.part_${index + 2}`, section.paragraphs));
  }
  for (const [role, what] of EXPECTED) if (of(role).length === 0) missing(reading, what, '没有找到这一部分');
  for (const role of ['problems', 'measures', 'achievements'] as const) {
    for (const item of itemsOf(of(role))) readWhole(reading, `${WHOLE[role]!}.${item.position}`, item.parts, item.title);
  }
}

function itemsOf(sections: readonly ReportSection[]): readonly ListItem[] {
  return sections.flatMap((section) => listItems(section.paragraphs).items).map((item, index) => ({ ...item, position: index + 1 }));
}
