import { placedFigures } from '../find-figures';
import { partOf } from '../list-items';
import { paragraphsOf } from '../paragraphs';
import type { Mention, Passage } from '../prose';
import { quoteOf, stretchesOf } from '../sentences';
import type { ReadCell, Reading } from './read-cell';
import type { IndicatorsRead } from './indicators-read';

const FIELDS = [
  ['target', 'target'],
  ['stated_target', 'target'],
  ['actual', 'actual'],
] as const;

/**
 * The figures of the items of 绩效目标 and 完成情况 as mentions: there the item, not a name in the sentence, says which indicator is meant. A target that 完成情况 alone states
 * is the only one there is: nothing repeats it.
 */
export function statedMentions(reading: Reading, { indicators }: IndicatorsRead, passages: readonly Passage[]): readonly Mention[] {
  return indicators.flatMap(({ code }) =>
    FIELDS.flatMap(([field, says]): Mention[] => {
      const cell = reading.cells.get(`indicators.${code}.${field}`);
      const passage = cell && passages.find(({ offset, text }) => cell.start >= offset && cell.end <= offset + text.length);
      if (!cell || !passage || isOnlyTarget(field, passage, reading.cells.get(`indicators.${code}.target`), cell)) return [];
      return mentionOf(code, says, cell, passage);
    }),
  );
}

function isOnlyTarget(field: string, passage: Passage, target: ReadCell | undefined, cell: ReadCell): boolean {
  if (field === 'target') return passage.role !== 'objectives';
  return field === 'stated_target' && target?.start === cell.start;
}

function mentionOf(indicator: string, says: Mention['says'], cell: ReadCell, passage: Passage): Mention[] {
  const start = cell.start - passage.offset;
  const end = cell.end - passage.offset;
  for (const paragraph of paragraphsOf(passage)) {
    if (paragraph.end <= start || (paragraph.at[0] ?? 0) >= end) continue;
    const from = paragraph.at.findIndex((place) => place >= start);
    const stretch = stretchesOf(paragraph).find((one) => from >= one.from && from < one.to);
    const placed = placedFigures(passage, partOf(paragraph, 0)).find(({ figure }) => figure.start >= cell.start && figure.end === cell.end);
    if (stretch && placed) return [{ indicator, says, figure: placed.figure, year: null, role: passage.role, quote: quoteOf(passage, stretch) }];
  }
  return [];
}
