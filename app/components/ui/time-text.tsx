import { chinaDate, chinaDateTime } from '~/app/domain/shared/deadline';

const CHINA_OFFSET_MS = 8 * 3_600_000;

function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(11, 16);
}

/** An instant (ISO text) as read in Asia/Shanghai. Computed without the machine's time zone, so server and browser agree. */
export function TimeText({ value, form = 'datetime' }: { value: string | null | undefined; form?: 'date' | 'datetime' | 'time' }) {
  if (value === null || value === undefined || Number.isNaN(Date.parse(value))) return <span className="figure-empty">—</span>;
  const text = form === 'date' ? chinaDate(value) : form === 'time' ? chinaTime(value) : chinaDateTime(value);
  return (
    <time className="time-text" dateTime={value}>
      {text}
    </time>
  );
}
