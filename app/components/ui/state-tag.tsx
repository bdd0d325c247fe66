import { ASSIGNMENT_STATE_NAMES, type AssignmentState } from '~/app/domain/round/assignment-state';
import type { GlyphName } from './glyph';
import { Tag, type Tone } from './tag';

const LOOKS: Record<AssignmentState, { tone: Tone; glyph: GlyphName }> = {
  not_started: { tone: 'grey', glyph: 'ring' },
  filling: { tone: 'blue', glyph: 'half' },
  in_approval: { tone: 'cyan', glyph: 'three-quarters' },
  submitted: { tone: 'indigo', glyph: 'disc' },
  accepted: { tone: 'green', glyph: 'check' },
};

/** State of an assignment, with its flags beside it: a returned or overdue assignment keeps its state (domain.md §1.4). */
export function StateTag({ state, isReturned = false, isOverdue = false }: { state: AssignmentState; isReturned?: boolean; isOverdue?: boolean }) {
  const look = LOOKS[state];
  return (
    <span className="tag-group">
      <Tag tone={look.tone} glyph={look.glyph}>
        {ASSIGNMENT_STATE_NAMES[state]}
      </Tag>
      {isReturned ? (
        <Tag tone="orange" glyph="return">
          已退回
        </Tag>
      ) : null}
      {isOverdue ? (
        <Tag tone="red" glyph="clock">
          逾期
        </Tag>
      ) : null}
    </span>
  );
}
