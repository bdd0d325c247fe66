import { createHash } from 'node:crypto';
import type { CheckResult } from '~/app/domain/checks/finding';
import { type Snapshot, snapshotSchema } from '~/app/domain/form/snapshot';
import type { ScoreSheet } from '~/app/domain/scoring/score-sheet';
import { compare } from '~/app/domain/shared/fraction';
import { fraction } from '~/app/domain/shared/fraction-text';
import { notifyProgress } from '~/db/queries/progress-notifications.server';
import { returnReportToQueue } from '~/db/queries/report-work.server';
import { failReport, finishReport, lockReport, type ReportRecord, startReport } from '~/db/queries/reports.server';
import { findSubmission, type SubmissionSummary } from '~/db/queries/submissions.server';
import { type TenantTransaction, withBureau } from '~/db/tenant.server';
import type { JobPayload } from '~/workers/jobs/catalog';
import type { Deps } from '../deps.server';
import { readScores, type SubmissionScores } from '../scoring/read-scores.server';
import { PrintFailure } from './print-failure';

/** Everything a report is printed from. */
export interface ReportSource {
  readonly report: ReportRecord;
  readonly submission: SubmissionSummary;
  readonly snapshot: Snapshot;
  readonly sheet: ScoreSheet;
  readonly checks: CheckResult;
}

export interface PrintedReport {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Prints outside any transaction. Throws PrintFailure where it can say why. */
export type PrintReport = (source: ReportSource) => Promise<PrintedReport>;

export type RenderOutcome =
  | { readonly state: 'done' }
  /** Done, failed or cancelled before, or no such report: nothing was printed. */
  | { readonly state: 'nothing_to_do' }
  | { readonly state: 'failed'; readonly cause: string }
  /** Not printed this time: to be run again, at once by another worker (`interrupted`) or after a pause. */
  | { readonly state: 'interrupted' }
  | { readonly state: 'again'; readonly delayMs: number }
  | { readonly state: 'retry'; readonly cause: string };

/** Runs that end with an error before a report counts as failed; a failure of the printer may state fewer. */
const MAX_ATTEMPTS = 5;
/** Starts before it is given up, counting those whose process was killed: more than any restart explains, so the report itself kills it. */
const MAX_STARTS = 40;
/** From so many starts on, a report whose last run ended with its process waits, so that it cannot keep the others from being printed. */
const SUSPICIOUS_STARTS = 3;
const LONGEST_PAUSE_MS = 15_000;

const KILLS_ITS_PROCESS = '报告生成时处理进程多次异常退出，已停止尝试。请联系系统管理员。';

type Begun = { readonly source: ReportSource; readonly attempt: number };

async function begin(trx: TenantTransaction, reportId: string): Promise<Begun | RenderOutcome> {
  // Lock first: after a crash two workers may hold the same job.
  const report = await lockReport(trx, reportId);
  if (!report || (report.state !== 'queued' && report.state !== 'rendering')) return { state: 'nothing_to_do' };
  const submission = await findSubmission(trx, report.submissionId);
  if (!submission) return { state: 'nothing_to_do' };
  if (report.attempts >= MAX_STARTS) {
    await failReport(trx, reportId, KILLS_ITS_PROCESS);
    await notifyProgress(trx, { kind: 'assignment', id: submission.assignmentId });
    return { state: 'failed', cause: KILLS_ITS_PROCESS };
  }
  if (report.state === 'rendering' && report.attempts >= SUSPICIOUS_STARTS) {
    await returnReportToQueue(trx, reportId, { countsAsAttempt: true });
    return { state: 'again', delayMs: Math.min(1_000 * 2 ** (report.attempts - SUSPICIOUS_STARTS), LONGEST_PAUSE_MS) };
  }
  const snapshot = snapshotSchema.parse(submission.snapshot);
  const scores = await readScores(trx, submission.id, snapshot);
  if (!scores) return { state: 'retry', cause: '该部门的得分尚未算出，稍后将自动重试。' };
  if (contradicts(scores)) {
    const cause = `本轮任务已定稿，定稿得分 ${scores.score.score} 分；按现行计分程序重新计算为 ${scores.sheet.total.score} 分，不一致，不能再生成报告。`;
    await failReport(trx, reportId, cause);
    await notifyProgress(trx, { kind: 'assignment', id: submission.assignmentId });
    return { state: 'failed', cause };
  }
  await startReport(trx, reportId);
  await notifyProgress(trx, { kind: 'assignment', id: submission.assignmentId });
  const source = { report, submission, snapshot, sheet: scores.sheet, checks: scores.checks };
  return { source, attempt: report.attempts + 1 };
}

/** A document must not state another score than the one a closed round ranked by. */
function contradicts({ isRecomputed, score, sheet }: SubmissionScores): boolean {
  return isRecomputed && (compare(fraction(score.score), fraction(sheet.total.score)) !== 0 || score.grade !== sheet.total.grade);
}

/**
 * Renders one ordered report and stores it. The row decides: what is done, failed or cancelled is left alone; of two runs at the same time
 * the first to finish is kept; how often it may fail is counted there. `signal` takes the work back without counting it.
 */
export async function renderReport(deps: Deps, { bureauId, reportId }: JobPayload<'render-report'>, print: PrintReport, signal: AbortSignal): Promise<RenderOutcome> {
  const begun = await withBureau(deps.db, bureauId, (trx) => begin(trx, reportId));
  if ('state' in begun) return begun;
  const { source, attempt } = begun;
  const topic = { kind: 'assignment', id: source.submission.assignmentId } as const;
  try {
    const { bytes, pages } = await print(source);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const storageKey = `${bureauId}/reports/${sha256}.pdf`;
    await deps.storage.put(storageKey, bytes, { contentType: 'application/pdf' });
    await withBureau(deps.db, bureauId, async (trx) => {
      await finishReport(trx, reportId, { storageKey, sha256, bytes: bytes.byteLength, pages });
      await notifyProgress(trx, topic);
    });
    return { state: 'done' };
  } catch (error) {
    if (signal.aborted) {
      await withBureau(deps.db, bureauId, (trx) => returnReportToQueue(trx, reportId, { countsAsAttempt: false }));
      return { state: 'interrupted' };
    }
    const isOurs = error instanceof PrintFailure;
    if (!isOurs || error.cause !== undefined) deps.log.error({ err: error, reportId }, 'report not rendered');
    const cause = isOurs ? error.message : `报告生成时程序出错（编号 ${reportId}），请联系系统管理员。`;
    const isLast = attempt >= (isOurs ? error.attempts : MAX_ATTEMPTS);
    await withBureau(deps.db, bureauId, async (trx) => {
      if (isLast) await failReport(trx, reportId, cause);
      else await returnReportToQueue(trx, reportId, { countsAsAttempt: true });
      await notifyProgress(trx, topic);
    });
    return isLast ? { state: 'failed', cause } : { state: 'retry', cause };
  }
}
