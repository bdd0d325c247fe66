import { ENGINE_VERSION } from '~/app/domain/scoring/engine-version';
import type { TenantTransaction } from '../tenant.server';
import { secondsAgo } from './instants';

/**
 * What the reconciler looks for: work that the database says is owed. `olderThanSeconds` leaves out what has only just been asked for and is
 * on its way.
 */

/** Newest submissions that lack a score sheet of this engine. A finalised round keeps the sheets it was ranked by. */
export async function listSubmissionsToScore(trx: TenantTransaction, engineVersion: string, olderThanSeconds: number): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('submissions as s')
    .innerJoin('assignments as a', (join) => join.onRef('a.bureau_id', '=', 's.bureau_id').onRef('a.id', '=', 's.assignment_id'))
    .innerJoin('rounds as r', (join) => join.onRef('r.bureau_id', '=', 'a.bureau_id').onRef('r.id', '=', 'a.round_id'))
    .select('s.id')
    .where('s.submitted_at', '<', secondsAgo(olderThanSeconds))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('submissions as later')
            .select('later.id')
            .whereRef('later.bureau_id', '=', 's.bureau_id')
            .whereRef('later.assignment_id', '=', 's.assignment_id')
            .whereRef('later.submission_number', '>', 's.submission_number'),
        ),
      ),
    )
    .where((eb) => {
      const sheets = eb.selectFrom('score_sheets as h').select('h.id').whereRef('h.bureau_id', '=', 's.bureau_id').whereRef('h.submission_id', '=', 's.id');
      return eb.or([eb.not(eb.exists(sheets)), eb.and([eb('r.state', '=', 'open'), eb.not(eb.exists(sheets.where('h.engine_version', '=', engineVersion)))])]);
    })
    .orderBy('s.submitted_at')
    .execute();
  return rows.map((row) => row.id);
}

/** Reports that are neither done nor given up. */
export async function listReportsToRender(trx: TenantTransaction, olderThanSeconds: number): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('reports')
    .select('id')
    .where('state', 'in', ['queued', 'rendering'])
    .where('requested_at', '<', secondsAgo(olderThanSeconds))
    .orderBy('requested_at')
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Rounds in which every department has reported and is scored by this engine, and no ranking is as new as the newest score. A round that is no
 * longer open keeps the scores and the ranking it has.
 */
export async function listRoundsToRank(trx: TenantTransaction, olderThanSeconds: number): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('rounds as r')
    .innerJoin('assignments as a', (join) => join.onRef('a.bureau_id', '=', 'r.bureau_id').onRef('a.round_id', '=', 'r.id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('submissions as s')
          .leftJoin('score_sheets as h', (join) =>
            join
              .onRef('h.bureau_id', '=', 's.bureau_id')
              .onRef('h.submission_id', '=', 's.id')
              .on((on) => on.or([on('h.engine_version', '=', ENGINE_VERSION), on('r.state', '!=', 'open')])),
          )
          .select('h.computed_at')
          .whereRef('s.bureau_id', '=', 'a.bureau_id')
          .whereRef('s.assignment_id', '=', 'a.id')
          .orderBy('s.submission_number', 'desc')
          .orderBy('h.computed_at', 'desc')
          .limit(1)
          .as('n'),
      (join) => join.onTrue(),
    )
    .select('r.id')
    .where((eb) => {
      const ranked = eb.selectFrom('rankings as earlier').select('earlier.id').whereRef('earlier.bureau_id', '=', 'r.bureau_id').whereRef('earlier.round_id', '=', 'r.id');
      return eb.or([eb('r.state', '=', 'open'), eb.not(eb.exists(ranked))]);
    })
    .groupBy(['r.bureau_id', 'r.id'])
    .having((eb) =>
      eb.and([
        eb(eb.fn.countAll<string>().filterWhere((inner) => inner.or([inner('a.state', 'not in', ['submitted', 'accepted']), inner('n.computed_at', 'is', null)])), '=', '0'),
        eb(eb.fn.max('n.computed_at'), '<', secondsAgo(olderThanSeconds)),
        eb.not(
          eb.exists(
            eb
              .selectFrom('rankings as k')
              .select('k.id')
              .whereRef('k.bureau_id', '=', 'r.bureau_id')
              .whereRef('k.round_id', '=', 'r.id')
              .where((inner) => inner('k.computed_at', '>=', eb.fn.max('n.computed_at'))),
          ),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}
