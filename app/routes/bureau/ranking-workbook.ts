import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/app/auth/require-member.server';
import { fileResponse } from '~/app/http/file-response';
import { writeRankingWorkbook } from '~/app/reports/ranking-workbook';
import { notFound } from '~/app/services/app-error';
import { getRanking } from '~/app/services/ranking/get-ranking.server';
import { rowId } from '~/app/services/row-id';
import { orPlainRefusal } from '../reports/plain-refusal';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `/bureau/rounds/:roundId/ranking.xlsx`: the newest ranking as a workbook. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  return orPlainRefusal(async () => {
    const { round, ranking, isDemo } = await getRanking(context.deps, member, rowId(params['roundId']));
    if (ranking === null) throw notFound();
    const bytes = await writeRankingWorkbook({
      bureauName: member.bureauName,
      roundName: round.name,
      fiscalYear: round.fiscalYear,
      rankedAt: ranking.computedAt,
      demo: isDemo,
      ranking,
    });
    const fileName = `${member.bureauName}${round.fiscalYear}年度部门整体支出绩效自评排名.xlsx`;
    return fileResponse({ bytes, contentType: XLSX, fileName, isAttachment: true });
  });
}
