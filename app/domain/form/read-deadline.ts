import { chineseDate, isoDate, lastDayOf } from './parse-date';

/** A time requirement at the start of a text: the last day it allows. `rest` is what follows it ("完成100%" after "11月底"). */
export interface Deadline {
  /** ISO day. */
  readonly date: string;
  /** How exactly the text names it: a day, or a whole period (month, quarter, year). */
  readonly precision: 'day' | 'period';
  readonly written: string;
  readonly rest: string;
  readonly assumptions: readonly string[];
}

export type DeadlineReading = { readonly ok: true; readonly deadline: Deadline } | { readonly ok: false; readonly reason: string } | null;

const YEAR = '(?:(?<year>\\d{4})年度?|(?<this>今年|本年度?|当年|年度)|(?<next>次年|下一?年度?|明年))?';
const LEAD = '^(?:(?:计划|应|须|已)?(?:于|在|截至|截止到|截止|不迟于|不晚于|最迟|<=|≤|≦))?';
const BEFORE = '(?<before>之前|以前|前|为止|止|之内|以内|内)?(?:\\((?:含当日|含当天|含)\\))?(?:止)?';
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

const DAY = new RegExp(`${LEAD}(?:(?<y>\\d{4})([-/.])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?!\\d)|${YEAR}(?<month>\\d{1,2})月(?:份)?(?<day>\\d{1,2})[日号])${BEFORE}`);
const MONTH = new RegExp(
  `${LEAD}(?:(?<y>\\d{4})[-/](?<m>\\d{1,2})(?![\\d./-])|${YEAR}(?:(?<from>\\d{1,2})月?(?:份)?(?:-|~|至|到)(?:(?<year2>\\d{4})年)?)?(?<month>\\d{1,2})月(?:份)?)(?<part>月底|底|末|上旬|中旬|下旬|初|中)?${BEFORE}`,
);
const SEASON = new RegExp(`${LEAD}${YEAR}(?:第?(?<quarter>[一二三四1-4])季度|(?<half>上半年|下半年))(?<part>底|末)?${BEFORE}`);
const YEAR_END = new RegExp(`${LEAD}(?:(?<year>\\d{4})年(?:度)?(?<end>年?底|年?末|终)?|(?<spoken>(?:今年|本年度?|当年)(?:年?底|年?末|终|内)?|(?:本)?年度?(?:底|末|终|内)|全年度?|本年度?))${BEFORE}`);

/**
 * Reads "12月31日前", "2021年12月完成", "9月底前", "9月前", "第三季度末", "年底前", "全年", "2021年1-12月" at the start of a text in half width
 * without spaces; null when it starts with no time. What is allowed last:
 * a named day counts as allowed, also with 前 (12月31日前 → 31 December); a named month, quarter or year without 前 lasts to its end, and so does …底前;
 * a bare "9月前" ends before the month begins (31 August). 初 and 中, and 旬 with 前, name no day and are refused.
 * Without a year the fiscal year is taken and said; without a fiscal year the text is refused.
 */
export function readDeadline(text: string, fiscalYear: number | null): DeadlineReading {
  const day = DAY.exec(text);
  if (day) return fromDay(text, day, fiscalYear);
  const month = MONTH.exec(text);
  if (month) return fromMonth(text, month, fiscalYear);
  const season = SEASON.exec(text);
  if (season) return fromSeason(text, season, fiscalYear);
  const year = YEAR_END.exec(text);
  if (year) return fromYear(text, year, fiscalYear);
  return null;
}

const EVENT = /^(?:全部|全面|均|已|按期|按时|顺利)*(?:完成|完工|竣工|开工|建成|验收|投入使用|支付|拨付|发放|到位|上报|报送|提交|公开|办结|结束)(?:完毕)?/;

/** Takes what happened by the deadline off its `rest`: 完成 of "完成100%"; 完成率 names an indicator and is no event. */
export function afterEvent(rest: string): { readonly event: string; readonly after: string } {
  const event = EVENT.exec(rest)?.[0] ?? '';
  return /^[率度]/.test(rest.slice(event.length)) ? { event: '', after: rest } : { event, after: rest.slice(event.length) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function fromDay(text: string, match: RegExpExecArray, fiscalYear: number | null): DeadlineReading {
  const groups: Groups = match.groups!;
  const found = yearOf(groups, match[0], fiscalYear);
  if (!found.ok) return found;
  const date = isoDate(found.year, int(groups.m ?? groups.month!), int(groups.d ?? groups.day!));
  if (date === null) return { ok: false, reason: `“${match[0]}”不是有效日期` };
  const before = /前$/.test(groups.before ?? '');
  return finish(text, match, date, 'day', before ? [...found.notes, `“${match[0]}”按含当日读，最迟 ${chineseDate(date)}`] : found.notes);
}

function fromMonth(text: string, match: RegExpExecArray, fiscalYear: number | null): DeadlineReading {
  const groups: Groups = match.groups!;
  const found = yearOf(groups, match[0], fiscalYear);
  if (!found.ok) return found;
  const year = groups.year2 === undefined ? found.year : int(groups.year2);
  const month = int(groups.m ?? groups.month!);
  const from = groups.from === undefined ? null : int(groups.from);
  if (month < 1 || month > 12 || (from !== null && (from < 1 || (year === found.year && from > month)))) return { ok: false, reason: `“${match[0]}”不是有效日期` };
  const before = /前$/.test(groups.before ?? '');
  const part = groups.part ?? '';
  if (part === '初' || part === '中' || (part.endsWith('旬') && before)) return { ok: false, reason: `“${match[0]}”没有写明最迟哪一天` };
  let date = lastDayOf(year, month);
  if (part === '上旬') date = isoDate(year, month, 10)!;
  if (part === '中旬') date = isoDate(year, month, 20)!;
  if (before && part === '') date = month === 1 ? lastDayOf(year - 1, 12) : lastDayOf(year, month - 1);
  return finish(text, match, date, part === '' && !before ? 'period' : 'day', [...found.notes, latest(match[0], date, before && part === '' ? `按 ${month} 月 1 日之前读，` : '')]);
}

function fromSeason(text: string, match: RegExpExecArray, fiscalYear: number | null): DeadlineReading {
  const groups: Groups = match.groups!;
  const found = yearOf(groups, match[0], fiscalYear);
  if (!found.ok) return found;
  if (/前$/.test(groups.before ?? '') && groups.part === undefined) return { ok: false, reason: `“${match[0]}”没有写明最迟哪一天` };
  const month = groups.quarter === undefined ? (groups.half === '上半年' ? 6 : 12) : QUARTERS[groups.quarter]! * 3;
  const date = lastDayOf(found.year, month);
  return finish(text, match, date, groups.part === undefined ? 'period' : 'day', [...found.notes, latest(match[0], date, '')]);
}

function fromYear(text: string, match: RegExpExecArray, fiscalYear: number | null): DeadlineReading {
  const groups: Groups = match.groups!;
  const found = yearOf(groups, match[0], fiscalYear);
  if (!found.ok) return found;
  const before = /前$/.test(groups.before ?? '') && groups.year !== undefined && groups.end === undefined;
  const date = lastDayOf(before ? found.year - 1 : found.year, 12);
  return finish(text, match, date, 'period', [...found.notes, latest(match[0], date, before ? `按 ${found.year} 年 1 月 1 日之前读，` : '')]);
}

function latest(written: string, date: string, how: string): string {
  return how === '' ? `“${written}”按最后一日 ${chineseDate(date)} 读` : `“${written}”${how}最迟 ${chineseDate(date)}`;
}

function yearOf(groups: Groups, written: string, fiscalYear: number | null): { ok: true; year: number; notes: string[] } | { ok: false; reason: string } {
  const named = groups.y ?? groups.year;
  if (named !== undefined) {
    const year = int(named);
    return year < 1900 || year > 2100 ? { ok: false, reason: `“${written}”的年份不对` } : { ok: true, year, notes: [] };
  }
  if (fiscalYear === null) return { ok: false, reason: `“${written}”没有写明年份` };
  if (groups.next !== undefined) return { ok: true, year: fiscalYear + 1, notes: [`“${groups.next}”按预算年度的下一年 ${fiscalYear + 1} 年读`] };
  return { ok: true, year: fiscalYear, notes: [`未写年份，按预算年度 ${fiscalYear} 年读`] };
}

function finish(text: string, match: RegExpExecArray, date: string, precision: Deadline['precision'], assumptions: readonly string[]): DeadlineReading {
  return { ok: true, deadline: { date, precision, written: match[0], rest: text.slice(match[0].length), assumptions } };
}

const int = (digits: string): number => parseInt(digits, 10);
