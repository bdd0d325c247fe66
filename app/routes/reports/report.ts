import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/app/auth/require-member.server';
import { fileResponse } from '~/app/http/file-response';
import { readReportFile } from '~/app/services/reports/read-report-file.server';
import { rowId } from '~/app/services/row-id';
import { orPlainRefusal } from './plain-refusal';

/** `/reports/:reportId`: the stored PDF, shown in the browser's viewer; `?download=1` saves it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context);
  return orPlainRefusal(async () => {
    const file = await readReportFile(context.deps, member, { reportId: rowId(params['reportId']) });
    return fileResponse({ ...file, isAttachment: new URL(request.url).searchParams.get('download') === '1' });
  });
}
