import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLiveScorer } from './live-scorer';
import { liwan2024 } from './testing/liwan-2024';
import { withProjects } from './testing/projects';
import { smallBasis } from './testing/score-one';

const small = smallBasis({
  totalWeight: '60',
  points: '40',
  bindings: ['85%', '14.6万户', '≤2起', '90-95%'].map((target) => ({ target, rule: { type: 'ratio' } })),
  indicators: [
    { weight: '10', rule: { type: 'ratio', measure: { kind: 'quotient', numerator: { cell: 'budget.executed' }, denominator: { cell: 'budget.annual_budget' } } } },
    { weight: '10', inputs: [{ key: 'findings', label: '问题数', kind: 'count' }], rule: { type: 'deduction_list', items: [{ input: 'findings', pointsEach: '1' }] } },
  ],
});
const basis = withProjects({ ...liwan2024(small.system, small.projectForm), bindings: small.bindings }, 2);
const addresses = [
  ...['01', '02', '03', '04'].map((number) => `indicators.LZ-${number}.actual`),
  'indicators.LZ-01.self_score',
  'indicators.LZ-01.deviation',
  'indicators.GL-02.inputs.findings',
  'budget.executed',
  'budget.annual_budget',
  'projects.P01.funding.executed',
  'projects.P02.indicators.I03.actual',
  'projects.P02.execution.self_score',
];
const text = fc.constantFrom('', ' ', '0', '1', '14.55万户', '92.5', '100%', '7起', '3批次', '约三', '23,740.11', '2.3亿元');
const edit = fc.record({ address: fc.constantFrom(...addresses), text: fc.option(text, { nil: null }) });

it('gives what a new scorer gives, whatever was edited, emptied or taken away before', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const scorer = createLiveScorer(basis);
      let cells: Record<string, string> = { ...basis.cells };
      scorer.score(cells);
      for (const { address, text: typed } of edits) {
        const { [address]: _before, ...rest } = cells;
        cells = typed === null ? rest : { ...rest, [address]: typed };
        expect(scorer.score(cells)).toEqual(createLiveScorer(basis).score(cells));
      }
    }),
    { numRuns: 100 },
  );
});

it('scores a leaf anew only when a cell it reads has changed', () => {
  const scorer = createLiveScorer(basis);
  const before = scorer.score(basis.cells).items;
  const after = scorer.score({ ...basis.cells, 'budget.executed': '1' }).items;
  expect(after.map((item, index) => item === before[index])).toEqual([true, true, true, true, false, true]);
});
