import { describe, expect, it } from 'vitest';
import { candidate } from './testing/candidate';
import { compareBureaus, type ComparedBureau } from './compare-bureaus';
import { rankDepartments } from './rank-departments';

/** A bureau whose departments have these score rates; null is a department that has not submitted. */
function bureau(name: string, rates: readonly (string | null)[], given: Partial<ComparedBureau> = {}): ComparedBureau {
  const candidates = rates.map((rate, index) => candidate({ assignmentId: `${name}${index}`, score: rate, scoreRate: rate, grade: rate === null ? null : 'excellent' }));
  return {
    bureauId: name,
    bureauName: name,
    fiscalYear: 2024,
    versionName: '区级部门整体支出 第1版',
    versionHash: 'h1',
    ranking: rankDepartments(candidates, { basis: 'system_score' }),
    ...given,
  };
}
const why = (bureaus: readonly ComparedBureau[]): readonly string[] => {
  const { verdict, pooled } = compareBureaus(bureaus);
  if (verdict.comparable) return [];
  expect(pooled).toBeNull();
  return verdict.why;
};

describe('compareBureaus', () => {
  it('summarises each bureau by five numbers, mean, grades and coverage', () => {
    const [column] = compareBureaus([bureau('甲区', ['80', '90', '91', '95', null]), bureau('乙区', ['88', '89', '90'])]).bureaus;
    expect(column).toMatchObject({
      submitted: 4,
      total: 5,
      coverage: '80.00',
      spread: { minimum: '80.00', lowerQuartile: '87.50', median: '90.50', upperQuartile: '92.00', maximum: '95.00', mean: '89.00' },
      grades: { excellent: { count: 4, share: '100.00' }, poor: { count: 0, share: '0.00' } },
    });
  });

  it('orders fairly comparable bureaus together by score rate, ties shared', () => {
    const comparison = compareBureaus([bureau('甲区', ['95', '90', '80']), bureau('乙区', ['95', '85', '70'])]);
    expect(comparison.verdict).toEqual({ comparable: true });
    expect(comparison.pooled?.map(({ bureauName, entry }) => [bureauName, entry.rank, entry.score])).toEqual([
      ['乙区', 1, '95'],
      ['甲区', 1, '95'],
      ['甲区', 3, '90'],
      ['乙区', 4, '85'],
      ['甲区', 5, '80'],
      ['乙区', 6, '70'],
    ]);
  });

  it.each([
    ['one bureau', [bureau('甲区', ['95', '90', '80'])], '至少选择两个区才能比较。'],
    ['years', [bureau('甲区', ['95', '90', '80']), bureau('乙区', ['95', '90', '80'], { fiscalYear: 2023 })], '预算年度不同（2023、2024），不能合并排序。'],
    [
      'versions',
      [bureau('甲区', ['95', '90', '80']), bureau('乙区', ['95', '90', '80'], { versionHash: 'h2', versionName: '部门整体 第2版' })],
      '指标体系版本不同（甲区：区级部门整体支出 第1版；乙区：部门整体 第2版），总分不可比，只能并列查看。',
    ],
    ['too few', [bureau('甲区', ['95', '90', '80']), bureau('乙区', ['95', '90'])], '乙区仅有 2 个部门报送，不足 3 个。'],
    ['coverage', [bureau('甲区', ['95', '90', '80', null]), bureau('乙区', ['95', '90', '80'])], '甲区报送率 75.00%（3/4），低于 80%。'],
    ['nothing issued', [bureau('甲区', []), bureau('乙区', ['95', '90', '80'])], '甲区仅有 0 个部门报送，不足 3 个。'],
  ])('refuses a common order because of %s and says why', (_name, bureaus, sentence) => {
    expect(why(bureaus)).toEqual([sentence]);
  });

  it('refuses to mix bases', () => {
    const other = rankDepartments([candidate({ assignmentId: 'x' }), candidate({ assignmentId: 'y' }), candidate({ assignmentId: 'z' })], { basis: 'self_score' });
    expect(why([bureau('甲区', ['95', '90', '80']), bureau('乙区', [], { ranking: other })])).toEqual(['排名依据不同（系统测算分、自评得分），不能合并排序。']);
  });
});
