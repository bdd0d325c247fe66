import { createLiveChecker } from '~/app/domain/checks/live-checker';
import { runChecks } from '~/app/domain/checks/run-checks';
import { createLiveScorer } from '~/app/domain/scoring/live-scorer';
import { departmentOf } from './department';
import { median, quantile } from './quantiles';
import { type Random, seededRandom } from './random';

type Texts = Readonly<Record<string, string>>;

export interface Edits {
  readonly edits: number;
  readonly cells: number;
  readonly findings: number;
  /** Milliseconds of one edit: scored again and checked again. */
  readonly milliseconds: { readonly median: number; readonly p95: number; readonly scoring: number; readonly checking: number };
  /** Medians in milliseconds for each kind of edit. */
  readonly kinds: Readonly<Record<string, { readonly scoring: number; readonly checking: number }>>;
  /** Edits after which the live results are compared with a fresh scoring and a fresh run of all checks, and how many differ. */
  readonly compared: number;
  readonly differing: number;
}

/** What one edit changes: the address and its new text. */
type Edit = (random: Random, texts: Texts, counter: number) => readonly [address: string, text: string];

const two = (number: number): string => String(number).padStart(2, '0');
const anyProject = (random: Random): string => `projects.P${two(random.whole(1, 20))}`;

/** Every kind of thing a department types; sentences grow by a character at a time. */
const KINDS: Readonly<Record<string, Edit>> = {
  'actual of a key task': (random) => ['indicators.LZ-07.actual', `${random.whole(100, 9000)}批次`],
  'actual of a project indicator': (random) => [`${anyProject(random)}.indicators.I01.actual`, `${random.whole(10, 9000)}批次`],
  'input of a common indicator': (random) => ['indicators.GL-13.inputs.on_time', random.whole(0, 60).toString()],
  'executed budget': (random) => ['budget.executed', `${random.whole(1000, 90000)}.${two(random.whole(0, 99))}`],
  'annual budget': (random) => ['budget.annual_budget', `${random.whole(1000, 90000)}.${two(random.whole(0, 99))}`],
  'funds of a project': (random) => [`${anyProject(random)}.funding.executed`, `${random.whole(10, 9000)}.${two(random.whole(0, 99))}`],
  'judged points': (random) => ['indicators.LZ-06.judged_points', `4.${random.whole(0, 99)}`],
  'tier': (random) => ['indicators.LZ-06.tier', random.pick(['达成年度指标', '部分达成年度指标并具有一定效果', '未达成年度指标且效果较差'])],
  'self score': (random) => [`${anyProject(random)}.indicators.I05.self_score`, `${random.whole(0, 5)}.${two(random.whole(0, 99))}`],
  'reason of a deviation': (_random, texts, counter) => grow(texts, 'indicators.LZ-02.deviation', counter),
  'paragraph of problems': (_random, texts, counter) => grow(texts, 'narrative.problems', counter),
  'unreadable figure': (random) => ['indicators.LZ-04.actual', `约${random.whole(1, 99)}亿元左右`],
};

const SENTENCE = '受年中政策调整影响，2个项目推迟到第四季度实施，完成率比预期低3.5个百分点，已督促实施单位加快进度。';

function grow(texts: Texts, address: string, counter: number): readonly [string, string] {
  const text = texts[address] ?? '';
  return [address, text.length > 400 ? SENTENCE : text + SENTENCE[counter % SENTENCE.length]!];
}

/** Edits one full form (32 indicators, 20 projects of 15) again and again, as the fill-in page does with every keystroke. */
export function measureEdits(edits: number): Edits {
  const { basis, cells } = departmentOf(5, 20);
  const scorer = createLiveScorer(basis);
  const checker = createLiveChecker(basis);
  const random = seededRandom(31);
  const kinds = Object.entries(KINDS);
  const all = { scoring: [] as number[], checking: [] as number[], both: [] as number[] };
  const byKind = new Map(kinds.map(([name]) => [name, { scoring: [] as number[], checking: [] as number[] }]));
  let texts: Texts = cells;
  let findings = 0;
  let compared = 0;
  let differing = 0;
  checker.check({ cells: texts }, scorer.score(texts));
  for (let counter = -kinds.length * 4; counter < edits; counter += 1) {
    const [name, edit] = kinds[(counter + kinds.length * 4) % kinds.length]!;
    const [address, text] = edit(random, texts, counter + kinds.length * 4);
    texts = { ...texts, [address]: text };
    const from = performance.now();
    const sheet = scorer.score(texts);
    const scored = performance.now();
    const result = checker.check({ cells: texts }, sheet);
    const checked = performance.now();
    if (counter < 0) continue;
    findings = result.findings.length;
    all.both.push(checked - from);
    for (const list of [all, byKind.get(name)!]) {
      list.scoring.push(scored - from);
      list.checking.push(checked - scored);
    }
    if (counter % 97 !== 0) continue;
    compared += 1;
    const fresh = createLiveScorer(basis).score(texts);
    const isSame = JSON.stringify([fresh, runChecks({ ...basis, cells: { ...texts } }, fresh)]) === JSON.stringify([sheet, result]);
    if (!isSame) differing += 1;
  }
  return {
    edits,
    cells: Object.keys(texts).length,
    findings,
    milliseconds: { median: median(all.both), p95: quantile(all.both, 0.95), scoring: median(all.scoring), checking: median(all.checking) },
    kinds: Object.fromEntries([...byKind].map(([name, times]) => [name, { scoring: median(times.scoring), checking: median(times.checking) }])),
    compared,
    differing,
  };
}
