import { formatFigure } from './format-figure';
import { Glyph } from './glyph';

export interface FigureProps {
  /** A decimal as text; null, undefined or '' shows “—”. */
  readonly value: string | null | undefined;
  /** Decimals shown: 2 for money and rates, the version's digits for scores; absent: as many as the text has. */
  readonly digits?: number;
  /** 'computed' is grey-blue, 'typed' black. */
  readonly origin?: 'typed' | 'computed';
  readonly unit?: string;
  /** Who locked it, why and until when; shows a small lock. */
  readonly lockReason?: string;
}

/** A number in tabular figures. The right alignment comes from the table cell (`align: 'right'`). */
export function Figure({ value, digits, origin = 'typed', unit, lockReason }: FigureProps) {
  const formatted = formatFigure(value, digits);
  if (formatted === null) return <span className="figure figure-empty">—</span>;
  const classes = ['figure', `figure-${origin}`, ...(formatted.isNegative ? ['figure-negative'] : [])];
  return (
    <span className={classes.join(' ')}>
      {lockReason === undefined ? null : (
        <span className="figure-lock" title={lockReason}>
          <Glyph name="lock" />
          <span className="visually-hidden">已锁定：{lockReason}</span>
        </span>
      )}
      {formatted.text}
      {unit === undefined ? null : <span className="figure-unit">{unit}</span>}
    </span>
  );
}
