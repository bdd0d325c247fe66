import type { Tone } from './tag';

export interface ProgressPart {
  readonly count: number;
  readonly tone: Tone;
  /** What is counted, e.g. "已报送". */
  readonly label: string;
}

export interface ProgressBarProps {
  readonly total: number;
  /** Drawn from the left; together at most `total`. One part makes a plain bar. */
  readonly parts: readonly ProgressPart[];
  /** What the bar measures, for screen readers, e.g. "报送进度". */
  readonly label: string;
  /** Text behind the bar; absent: "78/104" of the first part; null: none. */
  readonly text?: string | null;
}

/** Counts, not amounts: whole numbers of departments, indicators or pages. */
export function ProgressBar({ total, parts, label, text }: ProgressBarProps) {
  const done = parts[0]?.count ?? 0;
  const shown = text === undefined ? `${done}/${total}` : text;
  const spoken = parts.map((part) => `${part.label} ${part.count}`).join('，');
  return (
    <span className="progress">
      <span className="progress-track" role="img" aria-label={`${label}：共 ${total}，${spoken}`}>
        {parts.map((part) =>
          part.count > 0 && total > 0 ? (
            <span key={part.label} className={`progress-part progress-${part.tone}`} style={{ width: `${Math.min(100, (part.count / total) * 100)}%` }} title={`${part.label} ${part.count}`} />
          ) : null,
        )}
      </span>
      {shown === null ? null : <span className="progress-text">{shown}</span>}
    </span>
  );
}
