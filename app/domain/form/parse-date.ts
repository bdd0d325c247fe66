import { halfWidth } from './typed-text';

const FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** ISO date of "2024-12-25", "2024年12月25日", "2024/12/25", "2024.12.25" or "20241225"; null when it is no day of the calendar. */
export function parseDate(typed: string): string | null {
  const text = halfWidth(typed).replace(/ /g, '');
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match) return isoDate(parseInt(match[1]!, 10), parseInt(match[2]!, 10), parseInt(match[3]!, 10));
  }
  return null;
}

/** The ISO day, or null when the calendar has no such day or the year is before 1900. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The last day of a month (1 to 12). */
export function lastDayOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${daysIn(year, month)}`;
}

/** "2021-12-31" as "2021年12月31日". */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${year}年${parseInt(month!, 10)}月${parseInt(day!, 10)}日`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
