import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../shared/fraction';
import { fraction } from '../shared/fraction-text';
import { candidate } from './testing/candidate';
import { rankDepartments } from './rank-departments';
import { decideOrder } from './tie-order';
import type { RankedEntry, RankingCandidate } from './types';

const rank = (candidates: readonly RankingCandidate[]) => rankDepartments(candidates, { basis: 'system_score' });
const places = (candidates: readonly RankingCandidate[]) => rank(candidates).entries.map((entry) => [entry.assignmentId, entry.rank, entry.decidedBy]);

describe('rankDepartments', () => {
  it('orders by score as decimals, not as text', () => {
    expect(places([candidate({ assignmentId: 'a', score: '9.5' }), candidate({ assignmentId: 'b', score: '90.10' }), candidate({ assignmentId: 'c', score: '90.1' })])).toEqual([
      ['b', 1, null],
      ['c', 1, 'shared'],
      ['a', 3, 'score'],
    ]);
  });

  it('walks the tie chain key by key and says which one decided', () => {
    expect(
      places([
        candidate({ assignmentId: 'late', submittedAt: '2025-05-20T02:00:01Z' }),
        candidate({ assignmentId: 'findings', openFindings: 2 }),
        candidate({ assignmentId: 'execution', executionRate: '97.9999' }),
        candidate({ assignmentId: 'mission', missionScoreRate: '94.9999' }),
        candidate({ assignmentId: 'first' }),
      ]),
    ).toEqual([
      ['first', 1, null],
      ['late', 2, 'submitted_at'],
      ['findings', 3, 'open_findings'],
      ['execution', 4, 'execution_rate'],
      ['mission', 5, 'mission_score_rate'],
    ]);
  });

  it('sorts a missing key after every value of it', () => {
    expect(
      places([candidate({ assignmentId: 'none', executionRate: null }), candidate({ assignmentId: 'zero', executionRate: '0.0000' })]).map(([id]) => id),
    ).toEqual(['zero', 'none']);
  });

  it('compares instants, not their spelling', () => {
    const [first, second] = rank([
      candidate({ assignmentId: 'a', submittedAt: '2025-05-20T10:00:00+08:00' }),
      candidate({ assignmentId: 'b', submittedAt: '2025-05-20T02:00:00Z' }),
    ]).entries;
    expect([first?.rank, second?.rank, first?.sharedBy]).toEqual([1, 1, 2]);
  });

  it('ranks 1, 2, 2, 4 overall and again within each category', () => {
    const entries = rank([
      candidate({ assignmentId: 'a', score: '95', categoryId: 'c1' }),
      candidate({ assignmentId: 'b', score: '94', categoryId: 'c2' }),
      candidate({ assignmentId: 'c', score: '94', categoryId: 'c1' }),
      candidate({ assignmentId: 'd', score: '93', categoryId: 'c2' }),
    ]).entries;
    expect(entries.map((entry) => [entry.assignmentId, entry.rank, entry.sharedBy, entry.categoryRank, entry.categorySharedBy])).toEqual([
      ['a', 1, 1, 1, 1],
      ['b', 2, 2, 1, 1],
      ['c', 2, 2, 2, 1],
      ['d', 4, 1, 2, 1],
    ]);
  });

  it('lists 未提交 last, without rank and outside the statistics', () => {
    const ranking = rank([
      candidate({ assignmentId: 'w', score: null, grade: null }),
      candidate({ assignmentId: 'a', score: '80.00', grade: 'good' }),
      candidate({ assignmentId: 'b', score: '95.01' }),
      candidate({ assignmentId: 'c', score: '90.00' }),
      candidate({ assignmentId: 'd', score: '60.00', grade: 'fair' }),
    ]);
    expect(ranking.entries.at(-1)).toMatchObject({ assignmentId: 'w', rank: null, percentile: null, decidedBy: null });
    expect(ranking.statistics).toEqual({
      submitted: 4,
      total: 5,
      mean: '81.25',
      median: '85.00',
      highest: '95.01',
      lowest: '60.00',
      grades: { excellent: 2, good: 1, fair: 1, poor: 0 },
    });
  });

  it('gives percentile ranks with ties at the middle of their block', () => {
    const entries = rank(['95', '90', '90', '80'].map((score, index) => candidate({ assignmentId: String(index), score }))).entries;
    expect(entries.map((entry) => entry.percentile)).toEqual(['100.00', '50.00', '50.00', '0.00']);
    expect(rank([candidate({ assignmentId: 'a' })]).entries[0]?.percentile).toBeNull();
  });

  it('has nothing to say about an empty round but says it', () => {
    expect(rank([]).statistics).toMatchObject({ submitted: 0, total: 0, mean: null, median: null });
  });

  it('names basis, chain and 未提交 in the footnote', () => {
    expect(rankDepartments([], { basis: 'self_score' }).footnote).toBe(
      '排名依据：自评得分。得分相同的，依次比较履职效能得分率（高者在前）、部门预算资金支出率（高者在前）、未消除的核查问题数（少者在前）、报送时间（早者在前）；' +
        '无该项数据的列后；全部相同的名次并列，后续名次顺延（如1、2、2、4）。未提交的部门不计名次，列于最后，不计入平均分、中位数和百分位。',
    );
  });
});

const anyCandidates = fc
  .array(
    fc.record({
      score: fc.option(fc.constantFrom('94.98', '94.9', '94.90', '88', '60.00'), { freq: 6 }),
      missionScoreRate: fc.option(fc.constantFrom('99.5', '80')),
      executionRate: fc.option(fc.constantFrom('99.92', '70')),
      openFindings: fc.nat({ max: 1 }),
      submittedAt: fc.option(fc.constantFrom('2025-05-20T02:00:00Z', '2025-05-21T02:00:00Z')),
      category: fc.nat({ max: 2 }),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ category, ...row }, index) => candidate({ ...row, assignmentId: `a${index}`, categoryId: `c${category}`, categoryName: `类别${category}` })),
  );

function ranksAreRight(entries: readonly RankedEntry[], key: 'rank' | 'categoryRank', shared: 'sharedBy' | 'categorySharedBy'): void {
  for (const entry of entries) {
    const others = entries.filter((other) => other !== entry);
    expect(entry[key]).toBe(1 + others.filter((other) => decideOrder(other, entry).sign < 0).length);
    expect(entry[shared]).toBe(1 + others.filter((other) => decideOrder(other, entry).sign === 0).length);
  }
}

describe('for any departments', () => {
  it('the ranking does not depend on the order of the input', () => {
    fc.assert(
      fc.property(
        anyCandidates.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }))),
        ([rows, shuffled]) => {
          expect(rank(shuffled)).toEqual(rank(rows));
        },
      ),
    );
  });

  it('a rank is one more than the number of entries before it, and shared exactly by the equal ones', () => {
    fc.assert(
      fc.property(anyCandidates, (rows) => {
        const entries = rank(rows).entries.filter((entry) => entry.rank !== null);
        expect(entries).toHaveLength(rows.filter((row) => row.score !== null).length);
        ranksAreRight(entries, 'rank', 'sharedBy');
        for (const category of new Set(rows.map((row) => row.categoryId))) {
          ranksAreRight(entries.filter((entry) => entry.categoryId === category), 'categoryRank', 'categorySharedBy');
        }
      }),
    );
  });

  it('a better score never ranks behind a worse one, and a worse rank has a reason', () => {
    fc.assert(
      fc.property(anyCandidates, (rows) => {
        const entries = rank(rows).entries.filter((entry) => entry.rank !== null);
        entries.forEach((entry, index) => {
          if (index === 0) return;
          const before = entries[index - 1]!;
          expect(compare(fraction(before.score!), fraction(entry.score!))).toBeGreaterThanOrEqual(0);
          expect(entry.decidedBy === 'shared').toBe(before.rank === entry.rank);
          if (entry.decidedBy !== 'score') expect(compare(fraction(before.score!), fraction(entry.score!))).toBe(0);
        });
      }),
    );
  });
});
