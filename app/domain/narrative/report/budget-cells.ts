import { placedFigures } from '../find-figures';
import type { Paragraph } from '../paragraphs';
import { stretchesOf } from '../sentences';
import { MONEY_TERMS, type MoneyTerm } from './money-terms';
import { type ReportSection, speakerOf } from './outline';
import { leaveUnread, missing, type ReadCell, readInto, type Reading } from './read-cell';

interface Found {
  readonly paragraph: Paragraph;
  readonly from: number;
  readonly to: number;
}

/** The figures that a cell or an unread part has already. */
class TakenFigures {
  readonly #marks = new Map<Paragraph, Uint8Array>();

  take({ paragraph, from, to }: Found): void {
    const marks = this.#marks.get(paragraph) ?? new Uint8Array(paragraph.text.length);
    this.#marks.set(paragraph, marks.fill(1, from, to));
  }

  holds(paragraph: Paragraph, from: number, to: number): boolean {
    return this.#marks.get(paragraph)?.subarray(from, to).includes(1) ?? false;
  }
}

/** Reads 收支情况 out of its sections. Every figure that no cell takes is left unread, with the reason. */
export function readBudget(reading: Reading, sections: readonly ReportSection[]): void {
  const taken = new TakenFigures();
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  for (const term of MONEY_TERMS) {
    const found = term.patterns.map((pattern) => findTerm(paragraphs, pattern, term, taken)).find((list) => list.length > 0) ?? [];
    const [first, ...others] = found;
    if (first === undefined) {
      if (term.isExpected) missing(reading, term.what, sections.length === 0 ? '没有找到收支情况部分' : '收支情况部分没有写出', sections[0]?.heading.end);
      continue;
    }
    const value = first.paragraph.text.slice(first.from, first.to);
    readInto(reading, term.address, first.paragraph, first.from, first.to, /[元万亿]$/.test(value) ? {} : unitOfSection(value, paragraphs));
    taken.take(first);
    for (const other of others) {
      taken.take(other);
      if (other.paragraph.text.slice(other.from, other.to) !== value) leaveUnread(reading, term.what, `前面已读出 ${value}，这里又写了另一个数`, other.paragraph, other.from, other.to);
    }
  }
  for (const section of sections) {
    for (const paragraph of section.paragraphs) {
      for (const { figure, from, to } of placedFigures(speakerOf(reading.text, section), paragraph)) {
        if (figure.unit === '' || taken.holds(paragraph, from, to) || isRate(paragraph.text, from)) continue;
        leaveUnread(reading, '收支情况中的数字', '没有对应的填报项', paragraph, clauseStart(paragraph.text, from), to);
      }
    }
  }
}

const UNIT_LINE = /单位:(万元|亿元|元)/;

/** A figure without a unit is in the unit the section names once for all, else in 万元. */
function unitOfSection(value: string, paragraphs: readonly Paragraph[]): Pick<ReadCell, 'value' | 'assumptions'> {
  const unit = paragraphs.map(({ text }) => UNIT_LINE.exec(text)?.[1]).find((named) => named !== undefined);
  return { value: `${value}${unit ?? '万元'}`, assumptions: [unit === undefined ? '未写单位，按万元读' : `按“单位：${unit}”读`] };
}

/** What decides about a figure stands in its sentence. */
const NEAR = 200;

/** The execution rate is a statement, not a cell: it follows from budget and execution. */
function isRate(text: string, from: number): boolean {
  return /(?:完成(?:全年|年度|年初)?预算数?的?|执行率|完成率|支出率|支付率)(?:为|达到?|是|:)?$/.test(text.slice(Math.max(0, from - NEAR), from));
}

function clauseStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < NEAR && !/[，。;:]/.test(text[start - 1]!)) start -= 1;
  return start;
}

function findTerm(paragraphs: readonly Paragraph[], pattern: RegExp, term: MoneyTerm, taken: TakenFigures): Found[] {
  return paragraphs.flatMap((paragraph) =>
    stretchesOf(paragraph).flatMap((stretch) =>
      [...stretch.text.matchAll(pattern)].flatMap((match): Found[] => {
        const to = stretch.from + match.index + match[0].length;
        const from = to - match[1]!.length;
        const before = stretch.text.slice(Math.max(0, match.index - NEAR), match.index);
        const name = match[0].slice(0, -match[1]!.length);
        if (taken.holds(paragraph, from, to)) return [];
        if (/收入/.test(name) || (term.isSpent && !isSpending(before, name))) return [];
        if (/同期|比|增加|减少|增长|下降/.test(name) || (/上年/.test(name) && !term.isPrior) || /(?:较|比)(?:上年|去年)[^，]*$/.test(before)) return [];
        return [{ paragraph, from, to }];
      }),
    ),
  );
}

/** Under "预算数 …，其中" or 收入 the figures are not what was spent; the last such word before the term decides, spending when there is none. */
function isSpending(before: string, name: string): boolean {
  if (/预算数|预算安排|预算$/.test(name.replace(/一般公共预算|政府性基金预算|国有资本经营预算/g, ''))) return false;
  const bare = before.replace(/一般公共预算|政府性基金预算|国有资本经营预算|预算执行|完成(?:全年|年度)?预算(?:数)?/g, '');
  const spentAt = Math.max(...['执行', '支出性质', '实际支出', '决算', '总支出', '本年支出', '支出合计'].map((word) => bare.lastIndexOf(word)));
  const plannedAt = Math.max(...['预算', '收入'].map((word) => bare.lastIndexOf(word)));
  return spentAt >= plannedAt || plannedAt < 0;
}
