import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import { type BureauComparison, type ComparedBureau, compareBureaus } from '~/app/domain/ranking/compare-bureaus';
import type { RankingBasis } from '~/app/domain/ranking/types';
import type { RoundState } from '~/app/domain/round/assignment-state';
import { insertAuditEvent } from '~/db/queries/audit-events.server';
import { findIndicatorSystemVersion } from '~/db/queries/indicator-systems.server';
import { findLatestRanking, listRankings } from '~/db/queries/rankings.server';
import { findReviewerGrant, listOwnReviewerGrants, type ReviewerGrantRecord } from '~/db/queries/reviewer-grants.server';
import { listRoundProgress, listRounds } from '~/db/queries/rounds.server';
import { type TenantTransaction, withBureau, withUser } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';

/** Action of the audit event of a cross-bureau read; written in the bureau that is read and in the reader's own. */
export const COMPARISON_VIEWED = 'comparison.view';

/** A granted bureau's round of the chosen year. */
export interface ComparedRound {
  readonly bureauId: string;
  readonly bureauName: string;
  readonly roundName: string;
  readonly roundState: RoundState;
  readonly rankedAt: string;
  readonly rankingNumber: number;
  readonly isDemo: boolean;
  readonly basis: RankingBasis;
}

/** A granted bureau that has nothing to compare in the chosen year. */
export interface UnrankedBureau {
  readonly bureauId: string;
  readonly bureauName: string;
  readonly why: 'no_round' | 'not_ranked';
  /** Of the round, where there is one. */
  readonly submitted: number;
  readonly total: number;
}

export interface ComparisonPage {
  /** Years in which a granted bureau has a round, newest first; empty when nothing is granted or issued. */
  readonly years: readonly number[];
  readonly year: number | null;
  readonly grants: number;
  readonly rounds: readonly ComparedRound[];
  readonly unranked: readonly UnrankedBureau[];
  readonly comparison: BureauComparison;
}

type Place = ReviewerGrantRecord['bureau'];
type Read = { readonly compared: ComparedBureau; readonly round: ComparedRound } | { readonly unranked: UnrankedBureau };

/**
 * The rankings of all bureaus that grant this reviewer access, beside each other. Each bureau is read in a transaction of its own that asks
 * for the grant again, so one that was revoked or has expired is gone with the next request.
 */
export async function getComparison(deps: Deps, member: Member, wantedYear: number | null): Promise<ComparisonPage> {
  if (!can(member.role, 'comparison.view')) throw forbidden();
  const grants = await withUser(deps.db, member.userId, (trx) => listOwnReviewerGrants(trx));
  const places = [...new Map(grants.map(({ bureau }) => [bureau.id, bureau])).values()];
  const rankedIn = new Map<number, number>();
  for (const place of places) {
    for (const { year, isRanked } of await yearsOf(deps, member, place)) rankedIn.set(year, (rankedIn.get(year) ?? 0) + (isRanked ? 1 : 0));
  }
  const years = [...rankedIn.keys()].sort((left, right) => right - left);
  const year = wantedYear !== null && rankedIn.has(wantedYear) ? wantedYear : mostRanked(years, rankedIn);
  const reads: Read[] = [];
  if (year !== null) {
    for (const place of places) {
      const read = await readBureau(deps, member, place, year);
      if (read) reads.push(read);
    }
  }
  return {
    years,
    year,
    grants: places.length,
    rounds: reads.flatMap((read) => ('round' in read ? [read.round] : [])),
    unranked: reads.flatMap((read) => ('unranked' in read ? [read.unranked] : [])),
    comparison: compareBureaus(reads.flatMap((read) => ('compared' in read ? [read.compared] : []))),
  };
}

/** The year most bureaus are ranked in, the newest of equals: an open round that nobody has ranked yet shows nothing. */
function mostRanked(years: readonly number[], rankedIn: ReadonlyMap<number, number>): number | null {
  return years.reduce<number | null>((best, year) => (best === null || (rankedIn.get(year) ?? 0) > (rankedIn.get(best) ?? 0) ? year : best), null);
}

/** Years the grant covers; a bureau whose grant ended meanwhile has none. */
async function yearsOf(deps: Deps, member: Member, place: Place): Promise<readonly { year: number; isRanked: boolean }[]> {
  return inBureau(deps, member, place.id, async (trx) => {
    const years: { year: number; isRanked: boolean }[] = [];
    for (const round of await listRounds(trx)) {
      if (!(await isGranted(trx, member, round.fiscalYear))) continue;
      years.push({ year: round.fiscalYear, isRanked: (await listRankings(trx, round.id)).length > 0 });
    }
    return years;
  });
}

async function readBureau(deps: Deps, member: Member, place: Place, year: number): Promise<Read | null> {
  const read = await inBureau(deps, member, place.id, async (trx) => {
    if (!(await isGranted(trx, member, year))) return null;
    const found = await rankedRound(trx, place, year);
    await record(deps, member, trx, place, year);
    return found;
  });
  // The reader's own bureau learns of it too, before anything is shown.
  if (read && place.id !== member.bureauId) await inBureau(deps, member, member.bureauId, (trx) => record(deps, member, trx, place, year));
  return read;
}

/** The newest round of the year that has been ranked. */
async function rankedRound(trx: TenantTransaction, place: Place, year: number): Promise<Read> {
  const rounds = (await listRounds(trx)).filter((round) => round.fiscalYear === year);
  for (const round of rounds) {
    const ranking = await findLatestRanking(trx, round.id);
    const version = ranking && (await findIndicatorSystemVersion(trx, round.indicatorSystemVersionId));
    if (!ranking || !version) continue;
    return {
      compared: {
        bureauId: place.id,
        bureauName: place.name,
        fiscalYear: year,
        versionName: `${version.system.name}（第 ${version.version} 版）`,
        versionHash: version.contentHash,
        ranking,
      },
      round: {
        bureauId: place.id,
        bureauName: place.name,
        roundName: round.name,
        roundState: round.state,
        rankedAt: ranking.computedAt,
        rankingNumber: ranking.number,
        isDemo: place.isDemo,
        basis: ranking.basis,
      },
    };
  }
  const [newest] = rounds;
  const progress = newest && (await listRoundProgress(trx)).get(newest.id);
  return {
    unranked: {
      bureauId: place.id,
      bureauName: place.name,
      why: newest ? 'not_ranked' : 'no_round',
      submitted: (progress?.submitted ?? 0) + (progress?.accepted ?? 0),
      total: progress?.total ?? 0,
    },
  };
}

async function isGranted(trx: TenantTransaction, member: Member, year: number): Promise<boolean> {
  const granted = (await findReviewerGrant(trx, member.userId, year)) !== undefined;
  return can(member.role, 'ranking.view', { granted });
}

function record(deps: Deps, member: Member, trx: TenantTransaction, place: Place, year: number): Promise<void> {
  return insertAuditEvent(trx, {
    id: deps.ids(),
    actorUserId: member.userId,
    action: COMPARISON_VIEWED,
    subjectKind: 'bureau',
    subjectId: place.id,
    detail: { name: place.name, fiscalYear: year },
  });
}

function inBureau<Result>(deps: Deps, member: Member, bureauId: string, run: (trx: TenantTransaction) => Promise<Result>): Promise<Result> {
  return withBureau(deps.db, bureauId, run, { userId: member.userId });
}
