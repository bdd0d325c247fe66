import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData, useRevalidator, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { useProgress } from '~/app/components/progress/use-progress';
import { ReportPanel } from '~/app/components/review/report-panel';
import { ReviewContent, ReviewTabs } from '~/app/components/review/review-content';
import { ReviewHead } from '~/app/components/review/review-head';
import { ReviewStep } from '~/app/components/review/review-step';
import { readReviewTab } from '~/app/components/review/review-tabs';
import { ScoreSummary } from '~/app/components/review/score-summary';
import { SectionProgressList } from '~/app/components/review/section-progress-list';
import { tabView, type TabView } from '~/app/components/review/tab-view';
import { REQUIRED_EMPTY } from '~/app/components/workspace/finding-counts';
import { auditActionWord, auditDetailText } from '~/app/services/admin/audit-words';
import { requestReport } from '~/app/services/reports/request-report.server';
import { acceptSubmission } from '~/app/services/review/accept-submission.server';
import { getSubmission, type SubmissionPage } from '~/app/services/review/get-submission.server';
import { returnSubmission } from '~/app/services/review/return-submission.server';
import { rowId } from '~/app/services/row-id';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  const page = await getSubmission(context.deps, member, params['assignmentId']!);
  if (page.assignment.round.id !== params['roundId']) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const tab = readReviewTab(searchParams.get('tab'));
  const { snapshot, sheet, progress, events, submissions } = page;
  const { now, assignment, submission, rankedBy, scoringFailure, report, can } = page;
  const isHistory = tab === 'history';
  return json({
    now,
    assignment,
    submission,
    scoringFailure,
    report,
    can,
    systemText: `${snapshot.system.name}（第 ${snapshot.system.version} 版）`,
    fullWeight: snapshot.system.totalWeight,
    total: sheet?.total ?? null,
    rankedBy,
    missionScoreRate: (rankedBy ?? sheet)?.missionScoreRate ?? null,
    executionRate: (rankedBy ?? sheet)?.executionRate ?? null,
    findings: countFindings(page),
    progress,
    projectCount: snapshot.projects.length,
    submissions: isHistory ? submissions : [],
    events: isHistory ? events.map(({ id, at, action, actorName, detail }) => ({ id, at, actor: actorName ?? '系统', action: auditActionWord(action), detail: auditDetailText(detail) })) : [],
    view: tabView(tab, page, searchParams.get('project')),
  });
}

function countFindings({ checks }: SubmissionPage) {
  if (checks === null) return null;
  const open = checks.findings.filter(({ level, id }) => level !== 'I' && id !== REQUIRED_EMPTY);
  const errors = open.filter(({ level }) => level === 'E').length;
  return { errors, warnings: open.length - errors, unanswered: open.filter(({ answered }) => answered === '').length };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  const assignmentId = rowId(params['assignmentId']);
  const form = await request.formData();
  const reason = String(form.get('reason') ?? '');
  const intent = String(form.get('intent'));
  const result = await act();
  const { pathname, search } = new URL(request.url);
  return result.ok ? redirect(pathname + search) : json({ intent, reasons: [...result.reasons], reason });

  async function act(): Promise<{ ok: true } | { ok: false; reasons: readonly string[] }> {
    switch (intent) {
      case 'accept':
        return acceptSubmission(context.deps, member, { assignmentId });
      case 'return':
        return returnSubmission(context.deps, member, { assignmentId, reason });
      case 'report': {
        const { submission } = await getSubmission(context.deps, member, assignmentId);
        const asked = submission === null ? null : await requestReport(context.deps, member, submission.id);
        return asked?.ok ? { ok: true } : { ok: false, reasons: ['评分完成后才能生成报告，请稍后再试。'] };
      }
      default:
        throw new Response(null, { status: 400 });
    }
  }
}

/** Opening and closing a receipt reads nothing anew: the page holds it. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const without = (url: URL): string => {
    const search = new URLSearchParams(url.search);
    search.delete('item');
    return `${url.pathname}?${search.toString()}`;
  };
  const isSamePage = currentUrl.href !== nextUrl.href && without(currentUrl) === without(nextUrl);
  return formMethod === undefined && isSamePage ? false : defaultShouldRevalidate;
}

export default function AssignmentPage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { revalidate } = useRevalidator();
  const [search, setSearch] = useSearchParams();
  const { assignment, submission, progress } = data;
  const view = data.view as TabView;
  useProgress([`assignment:${assignment.id}`], revalidate);
  const open = (code: string): void => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (code === '') next.delete('item');
      else next.set('item', code);
      return next;
    }, { replace: true, preventScrollReset: true });
  };
  const filled = progress?.reduce((sum, section) => ({ filled: sum.filled + section.filled, required: sum.required + section.required }), { filled: 0, required: 0 }) ?? null;
  return (
    <>
      <ReviewHead now={data.now} assignment={assignment} submission={submission} systemText={data.systemText} />
      <ReviewStep
        key={`${assignment.state} ${assignment.stateChangedAt}`}
        state={assignment.state}
        stateChangedAt={assignment.stateChangedAt}
        returned={assignment.returned}
        submissionNumber={submission?.number ?? null}
        findings={data.findings}
        progress={filled}
        can={data.can}
        isRoundOpen={assignment.round.state === 'open'}
        answer={answer}
      />
      <div className="review-top">
        <ScoreSummary
          total={data.total}
          fullWeight={data.fullWeight}
          missionScoreRate={data.missionScoreRate}
          executionRate={data.executionRate}
          isLive={submission === null}
          failure={data.scoringFailure}
          rankedBy={data.rankedBy}
        />
        {submission === null ? <SectionProgressList sections={progress ?? []} /> : <ReportPanel report={data.report} isScored={data.total !== null} canRender={data.can.renderReport} />}
      </div>
      <ReviewTabs chosen={view.tab} counts={{ projects: data.projectCount, ...(data.findings && { checks: data.findings.errors + data.findings.warnings }) }} />
      <ReviewContent view={view} submissions={data.submissions} events={data.events} opened={search.get('item') ?? ''} onOpen={open} />
    </>
  );
}
