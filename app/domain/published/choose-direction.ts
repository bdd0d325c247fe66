import type { Comparator } from '../form/indicator-system-version';
import { type ScoredItem } from '../scoring/score-item';
import { compare, isZero } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { explainedBy, FOLLOWS_THE_RULE } from './explained-by';
import type { RowReading } from './read-row';
import { defaultComparator } from './row-entry';

/** How a line was scored, and what was supposed about its direction. */
export interface ScoredDirection {
  readonly comparator: Comparator;
  readonly scored: ScoredItem;
  readonly assumptions: readonly string[];
  /** Its name says that less may be better, and whether the target is met depends on that: it has to be asked. */
  readonly isOpen: boolean;
}

/**
 * Scores a line. A target with a sign goes by its sign. Without one both directions are computed; higher is better unless the name suggests the opposite
 * and only the downward score gives the published one. Whichever is used is said, with both scores.
 */
export function scoreDirection(reading: RowReading, score: (comparator: Comparator) => ScoredItem): ScoredDirection {
  const { comparator, target, actual, nameDirection } = reading;
  if (comparator !== null) return { comparator, scored: score(comparator), assumptions: [], isOpen: false };
  const usual = defaultComparator(target);
  const upward = score(usual);
  const isNamedLower = nameDirection.direction === 'lower';
  if (target?.kind !== 'number') return { comparator: usual, scored: upward, assumptions: [], isOpen: false };
  if (isZero(fraction(target.value))) return { comparator: usual, scored: upward, assumptions: ['目标值为 0，未写比较符号，按“=0”计：完成值不超过 0 得满分，超过不得分'], isOpen: false };
  if (actual.kind !== 'number') return { comparator: usual, scored: upward, assumptions: isNamedLower ? [`未写比较符号；${askAbout(nameDirection.word)}`] : [], isOpen: isNamedLower };
  const downward = score('lte');
  const isSame = upward.item.score === downward.item.score && upward.item.met === downward.item.met;
  const isDownward = isNamedLower && !isSame && givesPublished(reading, downward) && !givesPublished(reading, upward);
  const ask = isNamedLower ? `；${askAbout(nameDirection.word)}` : '';
  const facts = factsOf(reading, upward, downward, isSame);
  const choice = isDownward ? '只有越低越好与公布的得分相符，采用越低越好' : '采用越高越好';
  const assumption = `未写比较符号：${facts}${ask}${isSame ? '' : `；${choice}`}`;
  return { comparator: isDownward ? 'lte' : usual, scored: isDownward ? downward : upward, assumptions: [assumption], isOpen: isNamedLower && !isDownward && !isSame };
}

const askAbout = (word: string): string => `名称含“${word}”，可能越低越好，请确认方向`;

function factsOf({ row }: RowReading, upward: ScoredItem, downward: ScoredItem, isSame: boolean): string {
  if (row.weight === null) return isSame ? '越高越好或越低越好都达到目标值' : `越高越好${metText(upward)}，越低越好${metText(downward)}`;
  if (isSame) return `越高越好或越低越好都得 ${upward.item.score} 分`;
  return `越高越好得 ${upward.item.score} 分，越低越好得 ${downward.item.score} 分`;
}

const metText = ({ item }: ScoredItem): string => (item.met === true ? '达到目标值' : '未达到目标值');

function givesPublished({ row }: RowReading, { item, counted }: ScoredItem): boolean {
  if (row.weight === null || row.published === null || item.status !== 'scored') return false;
  const how = explainedBy({ computed: counted, published: row.published.value, weight: row.weight });
  return how !== null && FOLLOWS_THE_RULE.has(how) && compare(row.published.value, row.weight) <= 0;
}
