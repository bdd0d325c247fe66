import { ROUND_STATE_NAMES, type RoundState } from '~/app/domain/round/assignment-state';
import type { GlyphName } from './glyph';
import { Tag, type Tone } from './tag';

const LOOKS: Record<RoundState, { tone: Tone; glyph: GlyphName }> = {
  open: { tone: 'blue', glyph: 'half' },
  finalised: { tone: 'indigo', glyph: 'lock' },
  published: { tone: 'green', glyph: 'seal' },
};

export function RoundStateTag({ state }: { state: RoundState }) {
  const look = LOOKS[state];
  return (
    <Tag tone={look.tone} glyph={look.glyph}>
      {ROUND_STATE_NAMES[state]}
    </Tag>
  );
}
