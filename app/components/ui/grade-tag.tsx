import { type Grade, GRADE_NAMES } from '~/app/domain/shared/grade';
import { Tag, type Tone } from './tag';

const TONES: Record<Grade, Tone> = { excellent: 'green', good: 'blue', fair: 'gold', poor: 'red' };

/** 优 良 中 差; the character itself is the shape. Without a grade yet: “—”. */
export function GradeTag({ grade }: { grade: Grade | null }) {
  if (grade === null) return <span className="figure-empty">—</span>;
  return <Tag tone={TONES[grade]}>{GRADE_NAMES[grade]}</Tag>;
}
