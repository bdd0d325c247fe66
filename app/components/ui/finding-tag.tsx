import type { FindingLevel } from '~/app/domain/checks/finding';
import type { GlyphName } from './glyph';
import { Tag, type Tone } from './tag';

const LOOKS: Record<FindingLevel, { tone: Tone; glyph: GlyphName; word: string }> = {
  E: { tone: 'red', glyph: 'dot', word: '错误' },
  W: { tone: 'orange', glyph: 'triangle', word: '警告' },
  I: { tone: 'grey', glyph: 'square', word: '提示' },
};

/** Severity of a finding; with `count` it reads “3 警告”. */
export function FindingTag({ level, count }: { level: FindingLevel; count?: number }) {
  const look = LOOKS[level];
  return (
    <Tag tone={look.tone} glyph={look.glyph}>
      {count === undefined ? look.word : `${count} ${look.word}`}
    </Tag>
  );
}
