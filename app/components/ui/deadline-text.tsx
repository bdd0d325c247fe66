import { chinaDate, chinaDateTime, deadlineDistance, deadlineDistanceText } from '~/app/domain/shared/deadline';
import { Glyph } from './glyph';

const NEAR_DAYS = 3;

/**
 * How far a deadline is: “距截止 6 天”, “今日截止”, “逾期 2 天”. `now` is the database clock as the loader read it, so that a wrong clock
 * in the browser changes nothing. With `isDone` the distance no longer matters and the date alone is shown.
 */
export function DeadlineText({ deadline, now, isDone = false }: { deadline: string; now: string; isDone?: boolean }) {
  const until = new Date(deadline);
  const at = new Date(now);
  const full = `${chinaDateTime(until)} 截止`;
  if (isDone) {
    return (
      <span className="deadline deadline-done" title={full}>
        {chinaDate(until)}
      </span>
    );
  }
  const distance = deadlineDistance(until, at);
  const tone = distance.kind === 'overdue' ? 'late' : distance.days <= NEAR_DAYS ? 'near' : 'far';
  return (
    <span className={`deadline deadline-${tone}`} title={full}>
      {tone === 'far' ? null : <Glyph name="clock" />}
      {deadlineDistanceText(until, at)}
    </span>
  );
}
