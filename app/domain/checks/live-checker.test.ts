import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOfRuns } from '../testing/property-runs';
import { cellAddress } from '../form/cell-address';
import type { EvidenceFile, Snapshot } from '../form/snapshot';
import { scoringRuleSchema } from '../scoring/scoring-rule';
import { createLiveScorer } from '../scoring/live-scorer';
import { createLiveChecker } from './live-checker';
import { runChecks } from './run-checks';
import { cleanSnapshot } from './testing/snapshot';

const EDITS = 20;

const clean = cleanSnapshot();
/**
 * The clean form with evidence demanded of one indicator, and a total that the department's execution rate caps though no indicator of its own reads the
 * budget, so that every part of a context matters.
 */
const form: Snapshot = {
  ...clean,
  system: { ...clean.system, indicators: clean.system.indicators.slice(1), executionCaps: [{ rateBelow: '98', totalAtMost: '40' }] },
  bindings: clean.bindings.map((binding, index) => (index === 1 ? { ...binding, rule: scoringRuleSchema.parse({ ...binding.rule, evidence: 'required' }) } : binding)),
};
const scorer = createLiveScorer(form);
const ADDRESSES = [
  ...scorer.model.cells.map(({ address }) => address as string),
  'answers.A04',
  'answers.A08',
  'answers.C02.LZ-02',
  'answers.E02.aaaaaaaaaaaa-2023-05-01',
  'elsewhere.unknown',
];
const PASSAGES = ['basics.overall_objective', 'narrative.conclusion', 'narrative.achievements', 'narrative.problems', 'narrative.measures'];
const PROSE = [
  '全年预算数1,000.00万元，执行数990.00万元，完成预算的99.00%。',
  '本部门对2个项目开展了绩效自评，4个评价指标共得分49.9分，自评结果为“差”。2023年度绩效自评工作平稳。',
  '1.商事主体数，指标值14.5万户，截至年底实有14.6万户。',
  '（一）商事主体数不够理想。\n（二）企业年度报告率达96.81%，项目执行偏慢。',
  '一是加强商事主体数统计；二是提高项目执行率。',
];

const TEXTS = ['', ' ', '0', '1', '100', '990.00', '1,000.00', '14.6万户', '95%', '达成年度指标', '未完成', '约九成', '10', '说明原因'];
const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ address: fc.constantFrom(...ADDRESSES), text: fc.constantFrom(...TEXTS) }) },
  { weight: 1, arbitrary: fc.record({ address: fc.constantFrom(...PASSAGES), text: fc.constantFrom('', ...PROSE) }) },
  { weight: 1, arbitrary: fc.record({ address: fc.constantFrom('budget.executed', 'budget.annual_budget'), text: fc.constantFrom('', '970.00', '990.00', '1,000.00', '0') }) },
);
const file = (address: string, documentDate: string): EvidenceFile => ({ address: cellAddress(address), name: '报告.pdf', documentDate, sha256: 'a'.repeat(64) });
const EVIDENCE: readonly (Snapshot['evidence'] | null)[] = [null, undefined, [], [file('indicators.LZ-02.actual', '2024-05-01')], [file('indicators.LZ-02.actual', '2023-05-01'), file('budget.executed', '2024-05-01')]];
const step = fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 3 }), evidence: fc.constantFrom(...EVIDENCE) });

describe('checking after every edit', () => {
  it('gives what checking from the beginning gives', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: EDITS }), (steps) => {
        const checker = createLiveChecker(form);
        let cells: Record<string, string> = { ...form.cells };
        let evidence: Snapshot['evidence'];
        for (const { edits, evidence: given } of steps) {
          cells = { ...cells };
          for (const { address, text } of edits) {
            if (text === '') delete cells[address];
            else cells[address] = text;
          }
          if (given !== null) evidence = given;
          const filled = { cells, ...(evidence === undefined ? {} : { evidence }) };
          const sheet = scorer.score(cells);
          expect(checker.check(filled, sheet)).toEqual(runChecks({ ...form, ...filled }, sheet));
        }
      }),
      { numRuns: partOfRuns(100) },
    );
  }, 600_000);

  it('keeps the findings that an edit does not concern, object by object', () => {
    const checker = createLiveChecker(form);
    const check = (cells: Record<string, string>) => checker.check({ cells }, scorer.score(cells)).findings;
    const before = check({ ...form.cells, 'indicators.LZ-01.actual': '50%', 'projects.P02.indicators.I02.deviation': '' });
    const after = check({ ...form.cells, 'indicators.LZ-01.actual': '51%', 'projects.P02.indicators.I02.deviation': '' });
    const find = (findings: typeof before, key: string) => findings.find((finding) => finding.key === key);
    expect(find(after, 'C01.P02.I02')).toBe(find(before, 'C01.P02.I02'));
    expect(find(after, 'C01.LZ-01')).not.toBe(find(before, 'C01.LZ-01'));
    expect(find(after, 'C01.LZ-01')?.message).toContain('51 < 85%');
  });

  it('sees a total that changes though no indicator does', () => {
    const checker = createLiveChecker(form);
    const cells = { ...form.cells, 'narrative.conclusion': '部门整体支出绩效自评中，5个评价指标共得分50分，自评结果为“差”。' };
    const stated = (executed: string) => {
      const edited = { ...cells, 'budget.executed': executed };
      return checker.check({ cells: edited }, scorer.score(edited)).findings.find(({ key }) => key === 'B04.stated.1')?.message;
    };
    expect(stated('990.00')).toBeUndefined();
    expect(stated('970.00')).toContain('总分写作 50 分，各项得分相加为 40 分');
    expect(stated('990.00')).toBeUndefined();
  });

  it('sees the score of an execution line', () => {
    const checker = createLiveChecker(form);
    const keys = (score: string) => {
      const cells = { ...form.cells, 'projects.P01.execution.self_score': score };
      return checker.check({ cells }, scorer.score(cells)).findings.map(({ key }) => key).filter((key) => key.startsWith('G03'));
    };
    expect([keys('10'), keys('9'), keys('10')]).toEqual([[], ['G03.P01.execution'], []]);
  });
});
