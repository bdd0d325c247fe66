import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useRevalidator } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { useProgress } from '~/app/components/progress/use-progress';
import { OpenFindings } from '~/app/components/review/open-findings';
import { ReportFrame, type ReportHeading } from '~/app/components/review/report-frame';
import { NextStep } from '~/app/components/ui/next-step';
import { useLiveChecks, useSaveState, useWorkspace } from '~/app/components/workspace/use-workspace';
import { buildReportModel } from '~/app/reports/build-report-model';
import type { ReportModel, ReportSection } from '~/app/reports/report-model';
import { previewReport } from '~/app/services/reports/preview-report.server';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'department_editor', 'department_approver');
  const { snapshot, sheet, submittedAt, submissionNumber, isDraft, official } = await previewReport(context.deps, member, params['assignmentId']!);
  const model = buildReportModel({ snapshot, sheet, facts: { submittedAt, submissionNumber } });
  return json({ title: model.title, headings: headingsOf(model), isDraft, official });
}

function headingsOf({ sections, attachments }: ReportModel): ReportHeading[] {
  const below = (section: ReportSection, level: 2 | 3): ReportHeading[] => [
    { level, text: section.heading },
    ...section.blocks.flatMap((block) => (block.kind === 'section' ? below(block, 3) : [])),
  ];
  return [...sections.flatMap((section) => below(section, 2)), ...attachments.map(({ mark, title }) => ({ level: 2 as const, text: `${mark}　${title}` }))];
}

export default function Report() {
  const { title, headings, isDraft, official } = useLoaderData<typeof loader>();
  const { data } = useWorkspace();
  const { findings } = useLiveChecks();
  const { revalidate } = useRevalidator();
  const src = usePreviewAddress(data.assignmentId);
  useProgress([`assignment:${data.assignmentId}`], revalidate);
  return (
    <section aria-labelledby="report-title">
      <h2 id="report-title">报告预览</h2>
      <Status assignmentId={data.assignmentId} isDraft={isDraft} official={official} />
      <div className="report-preview">
        <ReportFrame src={src} title={title} headings={headings} />
        <OpenFindings assignmentId={data.assignmentId} findings={findings} isDraft={isDraft} />
      </div>
    </section>
  );
}

/** Changes with every save, so that the frame shows what has been saved. */
function usePreviewAddress(assignmentId: string): string {
  const { savedAt } = useSaveState();
  return `/reports/preview/${assignmentId}?${new URLSearchParams({ at: savedAt ?? '' }).toString()}`;
}

function Status({ assignmentId, isDraft, official }: { assignmentId: string; isDraft: boolean; official: { id: string; state: string; pages: number | null } | null }) {
  const word = (
    <a className="plain-button" href={`/reports/word/${assignmentId}`} download>
      下载 Word 稿
    </a>
  );
  if (isDraft) return <NextStep action={word}>这是按已保存内容生成的草稿；报送后由系统生成正式报告（PDF）。</NextStep>;
  if (official?.state !== 'done') return <NextStep action={word}>已报送，正式报告（PDF）生成后会出现在这里。</NextStep>;
  return (
    <NextStep
      tone="done"
      action={
        <>
          {word}
          <a className="plain-button" href={`/reports/${official.id}?download=1`}>
            下载 PDF
          </a>
          <a className="button-primary" href={`/reports/${official.id}`} target="_blank" rel="noreferrer">
            打开正式报告
          </a>
        </>
      }
    >
      正式报告已生成，共 {official.pages} 页。
    </NextStep>
  );
}
