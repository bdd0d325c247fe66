import type { Member } from '~/app/auth/member';
import { can } from '~/app/domain/access/can';
import type { CheckResult } from '~/app/domain/checks/finding';
import { createLiveScorer } from '~/app/domain/scoring/live-scorer';
import { runChecks } from '~/app/domain/checks/run-checks';
import { progressOf, type SectionProgress } from '~/app/domain/form/sections';
import { type Snapshot, snapshotSchema } from '~/app/domain/form/snapshot';
import type { AssignmentState, RoundState } from '~/app/domain/round/assignment-state';
import type { LiveScoreSheet } from '~/app/domain/scoring/score-sheet';
import type { AssignmentRecord } from '~/db/queries/assignments.server';
import { type AuditEventRecord, listAuditEvents } from '~/db/queries/audit-events.server';
import { getDatabaseTime } from '~/db/queries/clock.server';
import { listReportsOfSubmission, type ReportState } from '~/db/queries/reports.server';
import { findScore, type ScoreSummary } from '~/db/queries/score-sheets.server';
import { findLatestSubmission, listSubmissions, type SubmissionRecord } from '~/db/queries/submissions.server';
import { listUserNames } from '~/db/queries/user-names.server';
import { type TenantTransaction, withBureau } from '~/db/tenant.server';
import { forbidden } from '../app-error';
import type { Deps } from '../deps.server';
import { SELF_EVALUATION_REPORT } from '../reports/report-document';
import { rowId } from '../row-id';
import { readScores } from '../scoring/read-scores.server';
import { SCORING_FAILED } from '../scoring/record-scoring-failure.server';
import { findOwnAssignment, readForm, snapshotOf } from '../workspace/read-form.server';

/** Who, when and under which number. */
export interface SubmissionFacts {
  readonly id: string;
  readonly number: number;
  readonly submittedAt: string;
  readonly submittedBy: string | null;
  readonly late: boolean;
  readonly snapshotHash: string;
  /** Null while it has not been scored. */
  readonly score: Pick<ScoreSummary, 'score' | 'selfScore' | 'grade' | 'openFindings'> | null;
}

export interface ReportFacts {
  readonly id: string;
  readonly state: ReportState;
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly finishedAt: string | null;
  /** Why it failed. */
  readonly cause: string | null;
}

export type HistoryEvent = Pick<AuditEventRecord, 'id' | 'action' | 'actorName' | 'at' | 'detail'>;

/** Everything the bureau sees of one department's task. */
export interface SubmissionPage {
  readonly now: string;
  readonly assignment: {
    readonly id: string;
    readonly state: AssignmentState;
    readonly stateChangedAt: string;
    readonly deadline: string;
    readonly isOverdue: boolean;
    readonly department: { readonly name: string; readonly code: string };
    readonly category: string;
    readonly round: { readonly id: string; readonly name: string; readonly fiscalYear: number; readonly state: RoundState };
    readonly returned: { readonly at: string; readonly by: string; readonly reason: string } | null;
  };
  /** The newest submission; null while nothing has been reported. */
  readonly submission: SubmissionFacts | null;
  /** The form of the newest submission, frozen; while nothing has been reported, the form as it stands now. */
  readonly snapshot: Snapshot;
  /** Official scores of the submission, or live ones of the unfinished form; null while the submission waits for its scoring. */
  readonly sheet: LiveScoreSheet | null;
  readonly checks: CheckResult | null;
  /** The figures the department is ranked by, where `sheet` and `checks` are computed anew because an earlier engine scored a round that is closed; else null. */
  readonly rankedBy: ScoreSummary | null;
  /** Why the submission could not be scored. */
  readonly scoringFailure: string | null;
  /** How far the form is filled; only while nothing has been reported. */
  readonly progress: readonly SectionProgress[] | null;
  readonly report: ReportFacts | null;
  /** Newest first. */
  readonly submissions: readonly SubmissionFacts[];
  readonly events: readonly HistoryEvent[];
  readonly can: { readonly accept: boolean; readonly return: boolean; readonly renderReport: boolean };
}

const MAX_EVENTS = 200;

/** One department's task for its bureau: the newest submission with its official scores, or the unfinished form read-only. */
export async function getSubmission(deps: Deps, member: Member, assignmentId: string): Promise<SubmissionPage> {
  const id = rowId(assignmentId);
  return withBureau(
    deps.db,
    member.bureauId,
    async (trx) => {
      const assignment = await findOwnAssignment(trx, member, id);
      const context = { state: assignment.state, ownAssignment: assignment.department.id === member.departmentId };
      if (!can(member.role, 'submission.view', context) || !can(member.role, 'cells.read', context)) throw forbidden();
      const latest = await findLatestSubmission(trx, id);
      const isOpen = assignment.round.state === 'open';
      return {
        now: await getDatabaseTime(trx),
        assignment: await assignmentFacts(trx, assignment, member.bureauName),
        ...(latest ? await reportedForm(trx, latest) : await unfinishedForm(trx, assignment)),
        ...(await historyOf(trx, assignment)),
        can: {
          accept: isOpen && can(member.role, 'submission.accept', context),
          return: isOpen && can(member.role, 'submission.return', context),
          renderReport: can(member.role, 'report.render', context),
        },
      };
    },
    { userId: member.userId },
  );
}

async function assignmentFacts(trx: TenantTransaction, assignment: AssignmentRecord, bureauName: string): Promise<SubmissionPage['assignment']> {
  const { id, state, stateChangedAt, deadline, isOverdue, department, category, round, returned } = assignment;
  const names = await listUserNames(trx, [returned?.by ?? null]);
  return {
    id,
    state,
    stateChangedAt,
    deadline,
    isOverdue,
    department: { name: department.name, code: department.code },
    category: category.name,
    round: { id: round.id, name: round.name, fiscalYear: round.fiscalYear, state: round.state },
    returned: returned && { at: returned.at, by: names.get(returned.by ?? '') ?? bureauName, reason: returned.reason },
  };
}

type Form = Pick<SubmissionPage, 'snapshot' | 'sheet' | 'checks' | 'rankedBy' | 'scoringFailure' | 'progress' | 'report'>;

async function reportedForm(trx: TenantTransaction, latest: SubmissionRecord): Promise<Form> {
  const snapshot = snapshotSchema.parse(latest.snapshot);
  const scores = await readScores(trx, latest.id, snapshot);
  const reports = await listReportsOfSubmission(trx, latest.id);
  const report = reports.find((one) => one.kind === SELF_EVALUATION_REPORT.kind && one.format === SELF_EVALUATION_REPORT.format && one.templateVersion === SELF_EVALUATION_REPORT.templateVersion);
  return {
    snapshot,
    sheet: scores?.sheet ?? null,
    checks: scores?.checks ?? null,
    rankedBy: scores?.isRecomputed ? scores.score : null,
    scoringFailure: scores ? null : await scoringFailureOf(trx, latest.id),
    progress: null,
    report: report ? { id: report.id, state: report.state, pages: report.pages, bytes: report.bytes, finishedAt: report.finishedAt, cause: report.error } : null,
  };
}

async function scoringFailureOf(trx: TenantTransaction, submissionId: string): Promise<string | null> {
  const events = await listAuditEvents(trx, { limit: 10, subject: { kind: 'submission', id: submissionId } });
  const failure = events.find((event) => event.action === SCORING_FAILED);
  return failure ? String(failure.detail['cause'] ?? '') : null;
}

async function unfinishedForm(trx: TenantTransaction, assignment: AssignmentRecord): Promise<Form> {
  const snapshot = snapshotOf(await readForm(trx, assignment));
  const scorer = createLiveScorer(snapshot);
  const sheet = scorer.score(snapshot.cells);
  return { snapshot, sheet, checks: runChecks(snapshot, sheet), rankedBy: null, scoringFailure: null, progress: progressOf(scorer.model, snapshot.cells), report: null };
}

/** Every 报送 with its score, and what was done to the task and its submissions, newest first. */
async function historyOf(trx: TenantTransaction, assignment: AssignmentRecord): Promise<Pick<SubmissionPage, 'submission' | 'submissions' | 'events'>> {
  const submissions = await listSubmissions(trx, assignment.id);
  const names = await listUserNames(trx, submissions.map((one) => one.submittedBy));
  const facts: SubmissionFacts[] = [];
  const events = [...(await listAuditEvents(trx, { limit: MAX_EVENTS, subject: { kind: 'assignment', id: assignment.id } }))];
  for (const one of submissions) {
    const score = await findScore(trx, one.id);
    events.push(...(await listAuditEvents(trx, { limit: MAX_EVENTS, subject: { kind: 'submission', id: one.id } })));
    facts.push({
      id: one.id,
      number: one.number,
      submittedAt: one.submittedAt,
      submittedBy: one.submittedBy === null ? null : (names.get(one.submittedBy) ?? null),
      late: one.late,
      snapshotHash: one.snapshotHash,
      score: score ? { score: score.score, selfScore: score.selfScore, grade: score.grade, openFindings: score.openFindings } : null,
    });
  }
  events.sort((left, right) => right.at.localeCompare(left.at) || right.id.localeCompare(left.id));
  return {
    submission: facts[0] ?? null,
    submissions: facts,
    events: events.slice(0, MAX_EVENTS).map(({ id, action, actorName, at, detail }) => ({ id, action, actorName, at, detail })),
  };
}
