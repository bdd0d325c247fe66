import { describe, expect, it } from 'vitest';
import { liwan2024 } from '../testing/liwan-2024';
import { withProjects } from '../testing/projects';
import { createLiveScorer } from '../live-scorer';
import { smallBasis } from '../testing/score-one';
import { replay } from '../replay';
import { replayTotal } from '../total-trace';

const yes = (key: string) => [{ key, label: key, kind: 'yes_no' as const }];
const leaf = (code: string, weight: string, more = {}) => ({ code, weight, inputs: yes('ok'), rule: { type: 'direct', condition: { kind: 'all_yes', inputs: ['ok'] } }, ...more });

function basisOf(method: string, more = {}) {
  return smallBasis({
    totalWeight: '20',
    indicators: [
      { code: 'GL-01', weight: '20', inputs: [], rule: { type: 'aggregate', of: 'children', method, ...more } },
      leaf('GL-02', '6', { partOf: 'GL-01' }),
      leaf('GL-03', '2', { partOf: 'GL-01' }),
    ],
  });
}
const cells = (second: string, third: string) => ({ 'indicators.GL-02.inputs.ok': second, 'indicators.GL-03.inputs.ok': third });

describe('a leaf made of its children', () => {
  it.each([
    ['mean', '是', '否', '10/1'],
    ['by_weight', '是', '否', '15/1'],
    ['by_weight', '否', '是', '5/1'],
    ['mean', '是', '是', '20/1'],
  ])('%s of %s and %s is %s, counted once', (method, second, third, exact) => {
    const sheet = createLiveScorer(basisOf(method)).score(cells(second, third));
    expect(sheet.items[0]).toMatchObject({ status: 'scored', exact, partOf: null });
    expect(sheet.total.exact).toBe(exact);
    expect(replay(sheet.items[0]!.trace)).toMatchObject({ ok: true, exact });
    const points = new Map(sheet.items.map((item) => [item.code, item.exact]));
    expect(replayTotal(sheet.total.steps, (code) => points.get(code)!)).toEqual({ ok: true, score: sheet.total.score });
  });

  it('leaves out what does not apply, and states what nothing at all means', () => {
    const excluded = { onMissing: 'exclude', type: 'direct', condition: { kind: 'all_yes', inputs: ['ok'] } };
    const basis = smallBasis({
      totalWeight: '20',
      indicators: [
        { code: 'GL-01', weight: '20', inputs: [], rule: { type: 'aggregate', of: 'children', method: 'mean', onZeroDenominator: 'exclude' } },
        leaf('GL-02', '6', { partOf: 'GL-01', rule: excluded }),
        leaf('GL-03', '2', { partOf: 'GL-01', rule: excluded }),
      ],
    });
    expect(createLiveScorer(basis).score(cells('', '是')).items[0]).toMatchObject({ exact: '20/1' });
    expect(createLiveScorer(basis).score({}).items[0]).toMatchObject({ status: 'excluded' });
  });
});

describe('a leaf made of the projects', () => {
  const snapshot = withProjects(liwan2024(smallBasis({}).system, { ...smallBasis({}).projectForm, primaries: [{ name: '产出指标', weight: '90', secondaries: ['数量指标'] }] }), 2);
  const basis = {
    ...snapshot,
    bindings: [],
    system: smallBasis({ totalWeight: '10', indicators: [{ weight: '10', inputs: [], rule: { type: 'aggregate', of: 'projects', method: 'by_budget' } }] }).system,
  };
  it('weights them by budget', () => {
    const scorer = createLiveScorer(basis);
    const full = { ...snapshot.cells, 'projects.P02.indicators.I01.actual': '3批次', 'projects.P02.funding.annual_budget': '270', 'projects.P02.funding.executed': '270' };
    const sheet = scorer.score(full);
    const [first, second] = sheet.projects.map((project) => project.total.score);
    expect([first, second]).toEqual(['98.67', '100.00']);
    // (98.67 × 90 + 100 × 270) ÷ 360 ÷ 100 × 10
    expect(sheet.items[0]).toMatchObject({ exact: '39867/4000' });
  });
});
