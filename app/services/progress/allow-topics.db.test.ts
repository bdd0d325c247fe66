import pino from 'pino';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '~/db/listen.server';
import { insertReviewerGrant } from '~/db/queries/reviewer-grants.server';
import { withBureau } from '~/db/tenant.server';
import { makeMembership, makeUser } from '~/db/testing/factories';
import { makeReportedRound, type ReportedRound } from '~/db/testing/reported-round';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import type { Deps } from '../deps.server';
import { scoreSubmission } from '../scoring/score-submission.server';
import { createLocalDiskStorage } from '../storage/local-disk.server';
import { allowTopics } from './allow-topics.server';
import { openEventStream } from './event-stream.server';
import { createProgressHub } from './progress-hub.server';
import { topicText } from './progress-topic';

let database: TestDatabase;
let deps: Deps;
let own: ReportedRound;
let other: ReportedRound;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = {
    db: database.app.db,
    ids: () => uuid(),
    storage: createLocalDiskStorage('/nonexistent'),
    log: pino({ level: 'silent' }),
    settings: { demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720 },
  };
  [own, other] = [await makeReportedRound(deps.db, 2), await makeReportedRound(deps.db, 2)];
});
afterAll(() => database.close());

const officer = () => ({ bureauId: own.bureauId, userId: uuid(), role: 'bureau_officer' as const });
const approver = () => ({ ...officer(), role: 'department_approver' as const, departmentId: own.departments[0]!.departmentId });
const everything = () =>
  [own, other].flatMap((round) => [{ kind: 'round' as const, id: round.roundId }, ...round.departments.map(({ assignmentId }) => ({ kind: 'assignment' as const, id: assignmentId }))]);
const allowed = async (member: Parameters<typeof allowTopics>[1], wanted = everything()) => new Set((await allowTopics(deps, member, wanted)).map((topic) => `${topic.bureauId} ${topicText(topic)}`));
const topicsOf = (round: ReportedRound) => [`${round.bureauId} round:${round.roundId}`, ...round.departments.map(({ assignmentId }) => `${round.bureauId} assignment:${assignmentId}`)];

describe('who may follow what', () => {
  it('a bureau: its own rounds and all their assignments', async () => {
    expect(await allowed(officer())).toEqual(new Set(topicsOf(own)));
    expect(await allowed(officer(), [{ kind: 'round', id: own.roundId }])).toEqual(new Set(topicsOf(own)));
  });

  it('a department: its own assignment and no round', async () => {
    expect(await allowed(approver())).toEqual(new Set([`${own.bureauId} assignment:${own.departments[0]!.assignmentId}`]));
  });

  it('the three administrators: nothing', async () => {
    for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const) expect(await allowed({ ...officer(), role })).toEqual(new Set());
  });

  it('a reviewer: what was granted, in whatever bureau', async () => {
    const userId = await makeUser(deps.db);
    await withBureau(deps.db, own.bureauId, (trx) => makeMembership(trx, userId, 'reviewer'));
    const reviewer = { bureauId: own.bureauId, userId, role: 'reviewer' as const };
    expect(await allowed(reviewer)).toEqual(new Set());
    await withBureau(deps.db, other.bureauId, (trx) => insertReviewerGrant(trx, { id: uuid(), userId, fiscalYear: 2024, expiresAt: null }));
    expect(await allowed(reviewer)).toEqual(new Set(topicsOf(other)));
  });
});

it('a score reaches the page of whoever may follow it, through the database', async () => {
  const hub = createProgressHub();
  const listening = await listen(database.urls.user, hub.receive, hub.catchUp);
  const gone = new AbortController();
  const follow = async (member: Parameters<typeof allowTopics>[1]) => {
    const reader = openEventStream(hub, await allowTopics(deps, member, everything()), { signal: gone.signal }).getReader();
    const decoder = new TextDecoder();
    let text = '';
    const reading = (async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) text += decoder.decode(part.value, { stream: true });
    })();
    return { text: () => text, reading };
  };
  const [bureau, department] = [await follow(officer()), await follow(approver())];
  const [mine, neighbours] = own.departments.map(({ assignmentId }) => `assignment:${assignmentId}`) as [string, string];
  try {
    for (const round of [other, own]) for (const { submissionId } of [...round.departments].reverse()) await scoreSubmission(deps, { bureauId: round.bureauId, submissionId });
    await expect.poll(() => department.text(), { timeout: 5_000 }).toContain(mine);
    expect(bureau.text()).toContain(mine);
    expect(bureau.text()).toContain(neighbours);
    expect(department.text()).not.toContain(neighbours);
    for (const { assignmentId } of other.departments) expect(bureau.text() + department.text()).not.toContain(assignmentId);
  } finally {
    gone.abort();
    await Promise.all([bureau.reading, department.reading]);
    await listening.close();
  }
});
