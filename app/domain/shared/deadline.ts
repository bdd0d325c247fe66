/** Deadlines are instants; people read and count them in Asia/Shanghai, which has kept UTC+8 all year round since 1992. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

function chinaDayNumber(instant: Date): number {
  return Math.floor((instant.getTime() + CHINA_OFFSET_MS) / DAY_MS);
}

function chinaClock(instant: Date): Date {
  return new Date(instant.getTime() + CHINA_OFFSET_MS);
}

/** "2025年4月8日" in Asia/Shanghai: Arabic digits without leading zeros, as official documents date. */
export function chinaDate(instant: string | Date): string {
  const clock = chinaClock(new Date(instant));
  return `${clock.getUTCFullYear()}年${clock.getUTCMonth() + 1}月${clock.getUTCDate()}日`;
}

/** "2025年4月8日 18:00" in Asia/Shanghai. */
export function chinaDateTime(instant: string | Date): string {
  const clock = chinaClock(new Date(instant));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${chinaDate(instant)} ${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}`;
}

/** A deadline as a round file states it. */
export type StatedDeadline = { readonly daysFromNow: number } | { readonly at: string };

/** The instant a stated deadline means: `daysFromNow` is the last second (23:59:59) of that day in Asia/Shanghai, counted from `now`. */
export function resolveDeadline(stated: StatedDeadline, now: Date): Date {
  if ('at' in stated) return new Date(stated.at);
  const endOfDay = (chinaDayNumber(now) + stated.daysFromNow + 1) * DAY_MS - CHINA_OFFSET_MS;
  return new Date(endOfDay - 1_000);
}

/** How far a deadline is, in calendar days of Asia/Shanghai. `days` is 0 on the day itself; an overdue day counts as soon as it begins. */
export type DeadlineDistance = { readonly kind: 'ahead'; readonly days: number } | { readonly kind: 'overdue'; readonly days: number };

/** The instant of the deadline itself is still in time. */
export function isPast(deadline: Date, now: Date): boolean {
  return now.getTime() > deadline.getTime();
}

export function deadlineDistance(deadline: Date, now: Date): DeadlineDistance {
  const days = chinaDayNumber(deadline) - chinaDayNumber(now);
  return isPast(deadline, now) ? { kind: 'overdue', days: Math.max(1, -days) } : { kind: 'ahead', days };
}

/** "距截止 6 天", "今日截止", "逾期 3 天". */
export function deadlineDistanceText(deadline: Date, now: Date): string {
  const distance = deadlineDistance(deadline, now);
  if (distance.kind === 'overdue') return `逾期 ${distance.days} 天`;
  return distance.days === 0 ? '今日截止' : `距截止 ${distance.days} 天`;
}
