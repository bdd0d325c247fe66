import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/app/auth/require-member.server';
import { fileResponse } from '~/app/http/file-response';
import { buildReportModel } from '~/app/reports/build-report-model';
import { renderReportDocx } from '~/app/reports/render-report-docx';
import { previewReport } from '~/app/services/reports/preview-report.server';
import { orPlainRefusal } from './plain-refusal';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** `/reports/word/:assignmentId`: the report as it stands, as an editable Word document from the same model as the PDF. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context);
  return orPlainRefusal(async () => {
    const { snapshot, sheet, submittedAt, submissionNumber, isDraft } = await previewReport(context.deps, member, params['assignmentId']!);
    const model = buildReportModel({ snapshot, sheet, facts: { submittedAt, submissionNumber } });
    const fileName = `${snapshot.department.name}${snapshot.round.fiscalYear}年度部门整体支出绩效自评报告${isDraft ? '（草稿）' : ''}.docx`;
    return fileResponse({ bytes: await renderReportDocx(model), contentType: WORD, fileName: fileName.replace(/[\\/:*?"<>|]/g, ' '), isAttachment: true });
  });
}
