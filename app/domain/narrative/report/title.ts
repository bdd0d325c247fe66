import type { Paragraph } from '../paragraphs';
import { merged } from '../list-items';
import { leaveUnread, missing, readInto, type Reading } from './read-cell';

const YEAR = /(?<!\d)(20\d\d)年/;
const UNIT_LINE = /^(?:部门|单位|部门\(单位\)|预算单位|填报单位)名称:?(.+)$/;
const KIND = /(?:关于)?(?:20\d\d年度?)?(?:市级|区级|县级|本级)?(?:部门|单位|财政)?(?:\(单位\))?(?:整体)?(?:预算|财政)?(?:支出|资金)?的?(?:预算)?绩效.*$/;
const TITLE_LINES = 4;
const LONGEST = 80;

/** Title (over up to four lines), name of the unit and evaluated year, from what stands before the first heading. */
export function readTitle(reading: Reading, front: readonly Paragraph[]): void {
  const last = front.findIndex(({ text }, index) => index < TITLE_LINES && text.includes('报告') && text.length <= LONGEST);
  const lines = front.slice(0, last + 1).filter(({ text }) => text.length <= LONGEST && !/^附件\d*:?$/.test(text));
  if (lines.length > 0) {
    const title = merged(lines);
    readInto(reading, 'report.title', title, 0, title.text.length);
    readUnit(reading, title);
    const year = YEAR.exec(title.text);
    if (year) readInto(reading, 'report.fiscal_year', title, year.index, year.index + 4);
  } else {
    missing(reading, '标题', '开头没有写明“报告”的标题', 0);
  }
  for (const paragraph of front.slice(last + 1)) {
    const named = UNIT_LINE.exec(paragraph.text);
    if (named && readInto(reading, 'report.unit_name', paragraph, paragraph.text.length - named[1]!.length, paragraph.text.length)) continue;
    leaveUnread(reading, '标题与正文之间的文字', '不属于自评报告的任何一部分', paragraph);
  }
}

/** "某某局2024年部门整体支出绩效自评报告", "2021年某某局整体支出绩效自评报告": what is left of the title without year and kind. */
function readUnit(reading: Reading, title: Paragraph): void {
  const from = /^(?:关于)?(?:20\d\d年度?)?/.exec(title.text)![0].length;
  const name = title.text.slice(from).replace(KIND, '');
  if (name.length >= 3) readInto(reading, 'report.unit_name', title, from, from + name.length);
}
