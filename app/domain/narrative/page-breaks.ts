import { markerOf } from './numbering';

/** One line in its half-width form, with the place of every unit. */
export interface Line {
  readonly text: string;
  readonly at: readonly number[];
  /** Whether a blank line stands before it. */
  readonly isApart: boolean;
}

const ENDED = /[。!?:;…]$/;
/** A quotation or bracket ends a paragraph when the next stands apart, or when nothing in the line says that it is running text. */
const QUOTED = /[”"'』」)》】]$/;
const CLOSING = /^[，。;:、)》”』」】%]/;
const INSIDE = /[，。;、]/;
const NUMBERED_HEADING = 30;
const PLAIN_HEADING = 24;

/** Whether two lines are one paragraph that a page or line end has cut: the first is no heading, title or label and does not end, the second does not begin anything. */
export function isCut(line: string, next: Pick<Line, 'text' | 'isApart'>): boolean {
  if (markerOf(next.text) !== null) return false;
  if (CLOSING.test(next.text)) return true;
  if (ENDED.test(line) || line.endsWith('报告')) return false;
  const marker = markerOf(line);
  if (QUOTED.test(line) && next.isApart) return false;
  if (INSIDE.test(line.slice(marker?.length ?? 0))) return true;
  return !next.isApart && line.length > (marker === null ? PLAIN_HEADING : NUMBERED_HEADING);
}

/** Characters that Chinese doubles on purpose: 人人, 天天, 处处. */
const DOUBLED = /[人天年月日家户处事时刻步层件个种样代次点条行]/;
const LONGEST = 4;
/** Words are looked for near the break only. */
const NEAR = 2000;

/** What the end of one line and the beginning of the next both hold because a page break repeated it: "知" | "知识产权" gives "知". */
export function repeatedAt(before: string, next: string): string {
  for (let length = LONGEST; length > 1; length -= 1) {
    const head = next.slice(0, length);
    if (head.length === length && before.endsWith(head) && new Set(head).size > 1) return head;
  }
  const [first, second] = next;
  if (first === undefined || second === undefined || !before.endsWith(first) || !/\p{Script=Han}/u.test(first) || DOUBLED.test(first)) return '';
  if (before.length < 2 || /[，。;:、!?)”》]/.test(before.at(-2)!)) return first;
  const rest = before.slice(-NEAR, -1) + next.slice(1, NEAR);
  const isWord = (pair: string): boolean => rest.indexOf(pair) >= 0 && rest.indexOf(pair) !== rest.lastIndexOf(pair);
  return isWord(before.slice(-2)) && isWord(first + second) && !rest.includes(first + first) ? first : '';
}
