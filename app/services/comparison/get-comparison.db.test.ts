import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '~/app/auth/member';
import { listAuditEvents } from '~/db/queries/audit-events.server';
import { insertReviewerGrant, revokeReviewerGrant } from '~/db/queries/reviewer-grants.server';
import { withBureau } from '~/db/tenant.server';
import { makeBureau } from '~/db/testing/factories';
import { memberAs, refusalOf } from '~/db/testing/member-as';
import { makeReportedRound, type ReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { depsFor } from '../account/testing/account-world';
import type { Deps } from '../deps.server';
import { rankRound } from '../ranking/rank-round.server';
import { scoreSubmission } from '../scoring/score-submission.server';
import { COMPARISON_VIEWED, getComparison } from './get-comparison.server';

let database: TestDatabase;
let deps: Deps;
let north: ReportedRound;
let south: ReportedRound;
let home: string;

async function rankedRound(): Promise<ReportedRound> {
  const round = await makeReportedRound(deps.db, 3);
  for (const { submissionId } of round.departments) await scoreSubmission(deps, { bureauId: round.bureauId, submissionId });
  await rankRound(deps, { bureauId: round.bureauId, roundId: round.roundId, requestedBy: null });
  return round;
}

beforeAll(async () => {
  database = await createTestDatabase();
  deps = depsFor(database.app.db);
  [north, south, home] = [await rankedRound(), await rankedRound(), await makeBureau(deps.db)];
});
afterAll(() => database.close());

const reviewer = (): Promise<Member> => memberAs(deps.db, home, 'reviewer');

async function grant(member: Member, bureauId: string, more: { fiscalYear?: number; expiresAt?: string } = {}): Promise<string> {
  const id = deps.ids();
  await withBureau(deps.db, bureauId, (trx) => insertReviewerGrant(trx, { id, userId: member.userId, fiscalYear: more.fiscalYear ?? null, expiresAt: more.expiresAt ?? null }));
  return id;
}

const readsBy = async (bureauId: string, member: Member): Promise<readonly string[]> => {
  const events = await withBureau(deps.db, bureauId, (trx) => listAuditEvents(trx, { limit: 100 }));
  return events.filter(({ action, actorUserId }) => action === COMPARISON_VIEWED && actorUserId === member.userId).map(({ subjectId }) => subjectId);
};

const shown = async (member: Member, year: number | null = null): Promise<readonly string[]> =>
  (await getComparison(deps, member, year)).comparison.bureaus.map(({ bureauId }) => bureauId).sort();

describe('what a reviewer sees', () => {
  it('nothing without a grant', async () => {
    expect(await getComparison(deps, await reviewer(), null)).toMatchObject({ grants: 0, year: null, years: [], rounds: [], comparison: { bureaus: [] } });
  });

  it('granted bureaus beside each other, ordered together when that is fair', async () => {
    const member = await reviewer();
    await grant(member, north.bureauId);
    await grant(member, south.bureauId);
    const page = await getComparison(deps, member, null);
    expect(page).toMatchObject({ grants: 2, year: 2024, years: [2024], unranked: [] });
    expect(page.comparison.bureaus.map(({ submitted, total }) => [submitted, total])).toEqual([[3, 3], [3, 3]]);
    expect(page.comparison.verdict).toEqual({ comparable: true });
    expect(page.comparison.pooled).toHaveLength(6);
  });

  it('is written down in the bureau that was read and in the reader’s own, once for every read', async () => {
    const member = await reviewer();
    await grant(member, north.bureauId);
    await grant(member, south.bureauId);
    await getComparison(deps, member, null);
    expect(await readsBy(north.bureauId, member)).toEqual([north.bureauId]);
    expect(await readsBy(south.bureauId, member)).toEqual([south.bureauId]);
    expect([...(await readsBy(home, member))].sort()).toEqual([north.bureauId, south.bureauId].sort());
    await getComparison(deps, member, null);
    expect(await readsBy(north.bureauId, member)).toHaveLength(2);
  });

  it('names a granted bureau that is not ranked instead of comparing it', async () => {
    const member = await reviewer();
    const open = await makeReportedRound(deps.db, 2);
    await grant(member, north.bureauId);
    await grant(member, open.bureauId);
    const page = await getComparison(deps, member, null);
    expect(page.unranked).toMatchObject([{ bureauId: open.bureauId, why: 'not_ranked', submitted: 2, total: 2 }]);
    expect(page.comparison.bureaus).toHaveLength(1);
    expect(page.comparison.verdict).toMatchObject({ comparable: false });
  });
});

describe('how far a grant reaches', () => {
  it('is gone with the next request once revoked', async () => {
    const member = await reviewer();
    const toNorth = await grant(member, north.bureauId);
    await grant(member, south.bureauId);
    expect(await shown(member)).toHaveLength(2);
    await withBureau(deps.db, north.bureauId, (trx) => revokeReviewerGrant(trx, toNorth));
    expect(await shown(member)).toEqual([south.bureauId]);
    expect(await readsBy(north.bureauId, member)).toHaveLength(1);
  });

  it('ends when it expires', async () => {
    const member = await reviewer();
    await grant(member, north.bureauId, { expiresAt: '2020-01-01T00:00:00Z' });
    await grant(member, south.bureauId, { expiresAt: '2999-01-01T00:00:00Z' });
    expect(await shown(member)).toEqual([south.bureauId]);
  });

  it('covers its fiscal year only', async () => {
    const member = await reviewer();
    await grant(member, north.bureauId, { fiscalYear: 2023 });
    await grant(member, south.bureauId, { fiscalYear: 2024 });
    expect(await shown(member, 2024)).toEqual([south.bureauId]);
    expect(await readsBy(north.bureauId, member)).toEqual([]);
  });

  it('is one person’s own', async () => {
    const [granted, stranger] = [await reviewer(), await reviewer()];
    await grant(granted, north.bureauId);
    expect(await shown(stranger)).toEqual([]);
  });

  it('helps no other role', async () => {
    const officer = await memberAs(deps.db, home, 'bureau_admin');
    await grant(officer, north.bureauId);
    expect(await refusalOf(getComparison(deps, officer, null))).toBe('forbidden');
  });
});
