import type { RankedEntry, Ranking, RankingBasis } from '~/app/domain/ranking/types';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { jsonText } from './json-text';

export interface RankingSummary {
  readonly id: string;
  readonly roundId: string;
  /** 1 for the first ranking of a round. */
  readonly number: number;
  readonly basis: RankingBasis;
  readonly statistics: Ranking['statistics'];
  readonly footnote: string;
  readonly computedBy: string | null;
  readonly computedAt: string;
}

/** A ranking as it was computed: entries in printed order. */
export interface RankingRecord extends RankingSummary {
  readonly entries: readonly RankedEntry[];
}

const columns = ['id', 'round_id', 'ranking_number', 'basis', 'statistics', 'footnote', 'computed_by', 'computed_at'] as const;

interface RankingRow {
  id: string;
  round_id: string;
  ranking_number: number;
  basis: string;
  statistics: unknown;
  footnote: string;
  computed_by: string | null;
  computed_at: string;
}

function toSummary(row: RankingRow): RankingSummary {
  return {
    id: row.id,
    roundId: row.round_id,
    number: row.ranking_number,
    basis: row.basis as RankingBasis,
    statistics: row.statistics as Ranking['statistics'],
    footnote: row.footnote,
    computedBy: row.computed_by,
    computedAt: row.computed_at,
  };
}

async function listEntries(trx: TenantTransaction, rankingId: string): Promise<readonly RankedEntry[]> {
  const rows = await trx.selectFrom('ranking_entries').select('entry').where('ranking_id', '=', rankingId).orderBy('position').execute();
  return rows.map((row) => row.entry as RankedEntry);
}

/** The newest ranking of a round. */
export async function findLatestRanking(trx: TenantTransaction, roundId: string): Promise<RankingRecord | undefined> {
  const row = await trx.selectFrom('rankings').select(columns).where('round_id', '=', roundId).orderBy('ranking_number', 'desc').limit(1).executeTakeFirst();
  return row && { ...toSummary(row), entries: await listEntries(trx, row.id) };
}

/** All rankings of a round, newest first. */
export async function listRankings(trx: TenantTransaction, roundId: string): Promise<readonly RankingSummary[]> {
  const rows = await trx.selectFrom('rankings').select(columns).where('round_id', '=', roundId).orderBy('ranking_number', 'desc').execute();
  return rows.map(toSummary);
}

/** Stores a computed ranking as the next one of its round; the caller holds the round's lock. Returns its number. */
export async function insertRanking(
  trx: TenantTransaction,
  ranking: { readonly id: string; readonly roundId: string; readonly computedBy: string | null; readonly result: Ranking },
): Promise<number> {
  const bureauId = bureauOf(trx);
  const { result } = ranking;
  const row = await trx
    .insertInto('rankings')
    .values((eb) => ({
      bureau_id: bureauId,
      id: ranking.id,
      round_id: ranking.roundId,
      ranking_number: eb
        .selectFrom('rankings as earlier')
        .select((inner) => inner(inner.fn.coalesce(inner.fn.max('earlier.ranking_number'), inner.lit(0)), '+', inner.lit(1)).as('next'))
        .where('earlier.round_id', '=', ranking.roundId),
      basis: result.basis,
      statistics: jsonText(result.statistics),
      footnote: result.footnote,
      computed_by: ranking.computedBy,
    }))
    .returning('ranking_number')
    .executeTakeFirstOrThrow();
  if (result.entries.length > 0) {
    await trx
      .insertInto('ranking_entries')
      .values(
        result.entries.map((entry, index) => ({
          bureau_id: bureauId,
          ranking_id: ranking.id,
          assignment_id: entry.assignmentId,
          submission_id: entry.submissionId,
          position: index + 1,
          rank: entry.rank,
          category_rank: entry.categoryRank,
          score: entry.score,
          entry: jsonText(entry),
        })),
      )
      .execute();
  }
  return row.ranking_number;
}
