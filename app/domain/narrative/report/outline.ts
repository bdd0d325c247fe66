import { markerOf, type NumberingStyle } from '../numbering';
import { type Paragraph, paragraphsIn } from '../paragraphs';
import { partOf } from '../list-items';
import type { Passage, PassageRole } from '../prose';
import { roleOfTitle, type SectionRole } from './section-roles';

/** One section of a report: its numbering ("二（三）"), its heading and the paragraphs below it, up to the next heading. Places count in the whole text. */
export interface ReportSection {
  readonly key: string;
  readonly title: string;
  readonly role: SectionRole;
  readonly heading: Paragraph;
  readonly paragraphs: readonly Paragraph[];
}

export interface ReportOutline {
  /** What stands before the first heading: title, cover, an opening paragraph. */
  readonly front: readonly Paragraph[];
  readonly sections: readonly ReportSection[];
}

/** The whole text as a passage that speaks for a section: places in its paragraphs are places in the text. */
export function speakerOf(text: string, { key, title, role }: ReportSection): Passage {
  return { key, title, role: roleOfPassage(role), text, offset: 0 };
}

/** The section as a passage of its own. */
export function passageOf(text: string, section: ReportSection): Passage | null {
  const [first] = section.paragraphs;
  if (first === undefined) return null;
  const offset = first.at[0]!;
  return { ...speakerOf(text, section), text: text.slice(offset, section.paragraphs.at(-1)!.end), offset };
}

/** What no heading explains is treated as 部门职能 is: nothing in it is taken for a result. */
function roleOfPassage(role: SectionRole): PassageRole {
  return role === 'container' || role === 'attachments' || role === 'other' ? 'basics' : role;
}

const HEADING = 40;
const INLINE_HEADING = 25;

interface Heading {
  readonly title: string;
  /** Where the text of the section begins in the same paragraph; its length when nothing follows. */
  readonly length: number;
}

/** A heading stands alone, or ends with a full stop before the text of its section ("（一）自评结论综述。根据…"). */
function headingIn(text: string, from: number): Heading | null {
  const rest = text.slice(from);
  const stop = rest.search(/[。:;，]/);
  if (stop < 0) return rest.length <= HEADING && rest !== '' ? { title: rest, length: text.length } : null;
  const title = rest.slice(0, stop);
  if (stop === rest.length - 1) return stop <= HEADING && stop > 0 ? { title, length: text.length } : null;
  const isKnown = stop <= INLINE_HEADING && /[。:]/.test(rest[stop]!) && roleOfTitle(title) !== 'other';
  return isKnown ? { title, length: from + stop + 1 } : null;
}

interface Open {
  readonly style: NumberingStyle | 'plain';
  readonly number: number;
  readonly label: string;
  readonly role: SectionRole;
}

interface Draft extends Omit<ReportSection, 'paragraphs'> {
  paragraphs: Paragraph[];
}

/**
 * Finds the headings by their numbering, whatever it is (一、 （一） 1. 1.1 第一部分), and by what they say. Chapters nest by the order in which
 * the styles appear; inside a section that says what it is about, numbers of a new style are items of its text, not headings.
 */
export function outlineOf(text: string): ReportOutline {
  const front: Paragraph[] = [];
  const sections: Draft[] = [];
  let open: Open[] = [];
  for (const paragraph of paragraphsIn(text)) {
    const opened = openedBy(paragraph, open, sections.length > 0);
    if (opened === null) {
      (sections.at(-1)?.paragraphs ?? front).push(paragraph);
      continue;
    }
    const { heading, parents, entry } = opened;
    open = [...parents, entry];
    const key = entry.style === '1.1' ? entry.label : open.map(({ label }) => label).join('');
    const body = partOf(paragraph, heading.length);
    sections.push({ key, title: heading.title, role: entry.role, heading: partOf(paragraph, 0, heading.length), paragraphs: body.text === '' ? [] : [body] });
  }
  return { front, sections };
}

function openedBy(paragraph: Paragraph, open: readonly Open[], isBegun: boolean): { heading: Heading; parents: readonly Open[]; entry: Open } | null {
  const { text } = paragraph;
  const marker = markerOf(text);
  const heading = headingIn(text, marker?.length ?? 0);
  if (heading === null) return null;
  const role = roleOfTitle(heading.title);
  if (marker === null) {
    const isPlain = heading.length === text.length && heading.title.length <= 20 && role !== 'other' && !heading.title.includes('报告');
    const isBelow = open.some(({ style }) => style !== 'plain');
    if (!isPlain || (role === 'attachments' ? !isBegun : isBelow)) return null;
    return { heading, parents: [], entry: { style: 'plain', number: 0, label: heading.title, role } };
  }
  // 目标1：… states an indicator.
  if (marker.style === '指标1：') return null;
  const depth = open.findIndex(({ style }) => style === marker.style);
  const entry = { style: marker.style, number: marker.number, label: labelOf(marker.style, text.slice(0, marker.length)), role };
  if (depth >= 0) {
    const ahead = marker.number - open[depth]!.number;
    return ahead === 1 || (ahead > 0 && role !== 'other') ? { heading, parents: open.slice(0, depth), entry } : null;
  }
  const parent = open.at(-1);
  const isItem = parent !== undefined && parent.style !== 'plain' && parent.role !== 'container' && parent.role !== 'other';
  if (isItem || parent?.role === 'attachments') return null;
  if (parent?.style === 'plain' && parent.role !== 'container') return role === 'other' ? null : { heading, parents: [], entry };
  return { heading, parents: open, entry };
}

const HAN = /[一二三四五六七八九十]+/;

function labelOf(style: NumberingStyle, written: string): string {
  if (style === '一、' || style === '一.') return HAN.exec(written)![0];
  if (style === '（一）') return `（${HAN.exec(written)![0]}）`;
  return written.replace(/[、:]$/, '').replace('(', '（').replace(')', '）');
}
