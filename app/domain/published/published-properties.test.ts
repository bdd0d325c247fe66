import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partOfRuns } from '../testing/property-runs';
import { compare, sub } from '../shared/fraction';
import { fraction, roundFraction } from '../shared/fraction-text';
import { replay } from '../scoring/replay';
import type { ExplainedBy } from './explained-by';
import { publishedTableSchema } from './published-table';
import { readPublishedTable } from './read-published-table';
import { type ScorePair, scorePublishedTable } from './score-published-table';

const RUNS = { numRuns: partOfRuns(10) };

const figure = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map(String),
  fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 99 })).map(([whole, rest]) => `${whole}.${String(rest).padStart(2, '0')}`),
);
const target = fc.tuple(fc.constantFrom('', '≥', '≤', '=', '<=', '不少于', '＞'), figure, fc.constantFrom('', '%', '个', '万亩', '万元', '起', ' %(百分比)')).map((parts) => parts.join(''));
const actual = fc.tuple(fc.constantFrom('', '', '≥'), figure, fc.constantFrom('', '%', '个', '亩', '元')).map((parts) => parts.join(''));
const words = fc.constantFrom('有效提升', '完成', '部分达成', '/', '无', '90-95%', '2021年12月完成', '9月前', '11月底完成100%', '定性 好', '每亩300', 'M.8万元', '反向5%');
const noise = fc.string({ unit: fc.constantFrom(...'0123456789.%≥≤=<>万亿元亩个次年月日前底以上内-~至/无、，（）()+ 好其中合计总分') });
const cell = (usual: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: noise });

const lineArbitrary = fc.record({
  l1: cell(fc.constantFrom('产出指标', '合计')),
  l2: cell(fc.constantFrom('数量指标', '成本指标')),
  l3: cell(fc.constantFrom('完成率', '森林火灾受害率', '其中：玉米', '小计', '预算执行率', '合格率不低于95%', '指标1:满意度')),
  target_text: cell(fc.oneof(target, words)),
  actual_text: cell(fc.oneof(actual, words)),
  weight: cell(fc.oneof(fc.constantFrom('10', '22.5', '20', '10%', '0'), figure)),
  score: cell(fc.oneof(figure, fc.constantFrom('10', '9', '95%', '9.5分', '/'))),
  remark: cell(fc.constantFrom('', '说明', '0')),
});
const moneyArbitrary = cell(fc.oneof(figure, fc.constantFrom('0', '0.00', '52.800000', '1,200.50')));
const tableArbitrary = fc.record({
  id: fc.constant('P'),
  year: cell(fc.constantFrom('2022', '2022年度')),
  unit: cell(fc.constantFrom('万元', '元', '亿元')),
  complete: fc.boolean(),
  transcription: cell(fc.constantFrom('clean', 'reconstructed')),
  total_score: cell(figure),
  grade: cell(fc.constantFrom('优', '良好', '合格', '差', '低')),
  funding: fc.option(
    fc.record({
      weight: cell(fc.constantFrom('10', '20')),
      execution_rate: cell(fc.oneof(figure, figure.map((text) => `${text}%`))),
      score: cell(figure),
      rows: fc.array(
        fc.record({
          label: cell(fc.constantFrom('年度资金总额', '其中：财政拨款', '其中：中央补助', '其他资金', '合计')),
          initial_budget: moneyArbitrary,
          full_year_budget: moneyArbitrary,
          executed: moneyArbitrary,
        }),
        { maxLength: 4 },
      ),
    }),
  ),
  indicators: fc.array(lineArbitrary, { maxLength: 6 }),
});

const EXPLANATIONS: readonly (ExplainedBy | null)[] = ['exact', 'rounded-1dp', 'rounded-integer', 'floored', 'met-but-reduced', 'full-although-missed', 'unexplained', 'not-computable', null];

function checkPair({ computedScore, publishedScore, difference, explainedBy }: ScorePair): void {
  expect(EXPLANATIONS).toContain(explainedBy);
  if (computedScore !== null) expect(computedScore).toMatch(/^\d+\.\d\d$/);
  if (publishedScore === null || computedScore === null) expect(difference).toBeNull();
  else expect(compare(fraction(difference!), sub(fraction(publishedScore), fraction(computedScore)))).toBe(0);
  if (publishedScore === null) expect(explainedBy).toBeNull();
  const isExact = computedScore !== null && publishedScore !== null && computedScore === roundFraction(fraction(publishedScore), { digits: 2, mode: 'half_up' });
  expect(explainedBy === 'exact').toBe(isExact);
}

it('scores every table: differences, explanations and derivations hold together', () => {
  fc.assert(
    fc.property(tableArbitrary, (given) => {
      const scored = scorePublishedTable(publishedTableSchema.parse(given));
      expect(scored.indicators.map(({ index }) => index)).toEqual(given.indicators.map((_, index) => index));
      for (const { trace, ...pair } of [scored.executionLine, ...scored.indicators]) {
        if (!('index' in pair && pair.rule === null && pair.explainedBy === null)) checkPair(pair);
        if (trace !== null) expect(replay(trace)).toMatchObject({ ok: true, score: pair.computedScore });
        else expect(pair.computedScore).toBeNull();
      }
      for (const { id, where, message } of scored.findings) {
        expect(id).toMatch(/^[A-F]\d\d$/);
        expect(where).toMatch(/^(indicators(\[\d+\])?|funding\.(execution_rate|score|rows(\[\d+\]\.(initial_budget|full_year_budget|executed))?)|total_score|grade)$/);
        expect(message).toMatch(/。$/);
      }
    }),
    RUNS,
  );
});

it('answers any cells at all', () => {
  const anything = fc.oneof(fc.string({ unit: 'grapheme' }), noise, fc.constant(null));
  const anyLine = fc.record({ l1: anything, l2: anything, l3: anything, target_text: anything, actual_text: anything, weight: anything, score: anything, remark: anything });
  const anyRow = fc.record({ label: anything, initial_budget: anything, full_year_budget: anything, executed: anything });
  const any = fc.record({
    id: fc.constant('P'),
    year: anything,
    unit: anything,
    total_score: anything,
    grade: anything,
    transcription: anything,
    complete: fc.boolean(),
    funding: fc.record({ weight: anything, execution_rate: anything, score: anything, rows: fc.array(anyRow, { maxLength: 3 }) }),
    indicators: fc.array(anyLine, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(any, (given) => {
      expect(scorePublishedTable(publishedTableSchema.parse(given)).id).toBe('P');
    }),
    RUNS,
  );
});

it('answers any JSON with a table or a sentence', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const reading = readPublishedTable(text);
      if (!reading.ok) expect(reading.problem).not.toBe('');
    }),
    RUNS,
  );
});
