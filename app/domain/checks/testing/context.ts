import type { Snapshot } from '../../form/snapshot';
import type { Mention, Quote, Statement } from '../../narrative/prose';
import type { ItemScore } from '../../scoring/score-sheet';
import { scoreSnapshot } from '../../scoring/score-snapshot';
import { fraction } from '../../shared/fraction-text';
import type { CheckContext, CheckedTable, Prose } from '../check-context';
import { createCheckContext } from '../form-context';
import { checkContext } from '../run-checks';

/** The context of a form whose prose states and mentions the given facts. */
export function formContext(snapshot: Snapshot, prose: Partial<Prose> = {}): CheckContext {
  const context = createCheckContext(snapshot, scoreSnapshot(snapshot));
  return { ...context, prose: { passages: [], mentions: [], statements: [], ...prose } };
}

/** What one check says: "E A03.stated.1", "confirmed A03". */
export function sayings(context: CheckContext, id: string): string[] {
  const { findings, confirmations } = checkContext(context);
  return [
    ...findings.filter((finding) => finding.id === id).map(({ level, key }) => `${level} ${key}`),
    ...confirmations.filter((confirmation) => confirmation.id === id).map(() => `confirmed ${id}`),
  ];
}

export function messagesOf(context: CheckContext, id: string): string[] {
  const { findings, confirmations } = checkContext(context);
  return [...findings, ...confirmations].filter((one) => one.id === id).map(({ message }) => message);
}

export function quote(text: string, passage = 'narrative.conclusion', title = '自评结论补充说明'): Quote {
  return { passage, title, text, start: 0, end: text.length };
}

export const executionRate = (percent: string): Statement => ({ kind: 'execution_rate', percent, quote: quote(`完成预算的${percent}%。`) });

export function targetMention(indicator: string, value: string, unit: string, more: Partial<Mention> & { exactness?: 'about' } = {}): Mention {
  const { exactness = 'exact', ...rest } = more;
  const text = `指标值${value}${unit}`;
  const figure = { text: `${value}${unit}`, value, unit, exactness, start: 3, end: text.length } as const;
  return { indicator, says: 'target', figure, year: null, role: 'problems', quote: quote(text, 'narrative.problems', '存在的主要问题'), ...rest };
}

interface Published {
  /** Weight and published score of each indicator. */
  readonly rows: readonly (readonly [weight: string, score: string | null])[];
  readonly execution?: readonly [weight: string, score: string | null] | null;
  readonly expectedWeight?: string | null;
  readonly total?: string;
  readonly grade?: CheckedTable['printedGrade'];
  readonly parents?: CheckedTable['parents'];
  readonly printedRate?: string;
  readonly cells?: Readonly<Record<string, string>>;
}

/** A published table: the scores are the printed ones, the money cells those of the department's part of the clean form. */
export function publishedContext(snapshot: Snapshot, published: Published): CheckContext {
  const context = createCheckContext(snapshot, scoreSnapshot(snapshot));
  const whole = context.tables[0]!;
  const first = whole.leaves[0]!;
  const item = (weight: string, score: string | null): ItemScore => ({ ...first.item, weight, exactWeight: `${weight}/1`, selfScore: score, exact: '0/1', score: '0' });
  const leaves = published.rows.map(([weight, score], index) => {
    const name = `指标${index + 1}`;
    return { ...first, key: String(index), place: `第 ${index + 1} 项“${name}”`, entry: { ...first.entry, name, weight: fraction(weight) }, item: item(weight, score) };
  });
  const rate = published.printedRate;
  const execution = published.execution ?? null;
  const table: CheckedTable = {
    ...whole,
    title: '各项指标',
    leaves,
    execution: {
      ...whole.execution!,
      score: execution === null ? null : item(...execution),
      printedRate: rate === undefined ? null : { text: `${rate}%`, percent: rate, digits: rate.includes('.') ? rate.length - rate.indexOf('.') - 1 : 0 },
    },
    expectedWeight: published.expectedWeight == null ? null : fraction(published.expectedWeight),
    parents: published.parents ?? [],
    total: null,
    printedTotal: published.total === undefined ? null : { text: published.total, score: published.total },
    printedGrade: published.grade ?? null,
  };
  return { ...context, source: 'table', tables: [table], groups: [] };
}
