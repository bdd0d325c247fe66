import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useRevalidator, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { type JobCounts, JobProgress } from '~/app/components/progress/job-progress';
import { useProgress } from '~/app/components/progress/use-progress';
import { type BoardEntry, BoardTable } from '~/app/components/round/board-table';
import { RoundBoardView } from '~/app/components/round/round-board-view';
import { requestRanking } from '~/app/services/ranking/request-ranking.server';
import { cancelRoundReports } from '~/app/services/reports/cancel-round-reports.server';
import { getRoundReportProgress } from '~/app/services/reports/get-round-report-progress.server';
import { requestRoundReports } from '~/app/services/reports/request-round-reports.server';
import { retryFailedReports } from '~/app/services/reports/retry-failed-reports.server';
import { getRoundBoard } from '~/app/services/rounds/get-round-board.server';

export const meta: MetaFunction = () => [{ title: '任务看板 - 衡绩' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  const roundId = params['roundId']!;
  return json({ ...(await getRoundBoard(context.deps, member, roundId)), reports: await getRoundReportProgress(context.deps, member, roundId) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  const roundId = params['roundId']!;
  const intent = String((await request.formData()).get('intent'));
  switch (intent) {
    case 'rank': {
      const asked = await requestRanking(context.deps, member, roundId);
      return json({ message: asked.ok ? '已开始排名，完成后本页自动更新。' : '本轮自评任务已定稿，排名不再变动。' });
    }
    case 'reports':
      return json({ message: `已安排生成 ${await requestRoundReports(context.deps, member, roundId)} 份自评报告。` });
    case 'cancel':
      return json({ message: `已取消 ${await cancelRoundReports(context.deps, member, roundId)} 份尚未开始的报告。` });
    case 'retry':
      return json({ message: `已重新安排 ${await retryFailedReports(context.deps, member, roundId)} 份报告。` });
    default:
      throw new Response(null, { status: 400 });
  }
}

/** Every report asked for is there: nothing to watch, nothing to retry. */
function isSettled({ waiting, running, failed, cancelled }: JobCounts): boolean {
  return waiting + running + failed + cancelled === 0;
}

export default function Round() {
  const { now, round, system, rows, ranking, reports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  const [search] = useSearchParams();
  useProgress([`round:${round.id}`], revalidate);
  return (
    <RoundBoardView
      now={now}
      round={round}
      systemText={`${system.system.name}（第 ${system.version} 版）`}
      rows={rows}
      ranking={ranking}
      missingReports={reports.missing}
      message={answer?.message ?? null}
      category={search.get('category') ?? ''}
      state={search.get('state') ?? ''}
      Form={Form}
      progress={
        isSettled(reports.counts) ? null : <JobProgress
          name="自评报告"
          measureWord="份"
          counts={reports.counts}
          secondsLeft={reports.secondsLeft}
          failures={reports.failures}
          cancel={{ intent: 'cancel' }}
          retry={{ intent: 'retry' }}
          Form={Form}
        />
      }
      table={(entries: readonly BoardEntry[]) => <BoardTable roundId={round.id} rows={entries} now={now} isOpen={round.state === 'open'} />}
    />
  );
}
