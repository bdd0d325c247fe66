import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/app/auth/require-member.server';
import { framedDocumentHeaders } from '~/app/http/security-headers.server';
import { buildReportModel } from '~/app/reports/build-report-model';
import { renderReportHtml } from '~/app/reports/render-report-html';
import { previewReport } from '~/app/services/reports/preview-report.server';
import { orPlainRefusal } from './plain-refusal';
import { withPreviewFaces } from './preview-faces';

/** `/reports/preview/:assignmentId`: the document the printer gets, for a frame of our own: no script, no network but the faces. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context);
  return orPlainRefusal(async () => {
    const { snapshot, sheet, submittedAt, submissionNumber, isDraft } = await previewReport(context.deps, member, params['assignmentId']!);
    const html = renderReportHtml(buildReportModel({ snapshot, sheet, facts: { submittedAt, submissionNumber } }), { draft: isDraft });
    return new Response(withPreviewFaces(html), { headers: { ...framedDocumentHeaders(), 'Content-Type': 'text/html; charset=utf-8' } });
  });
}
