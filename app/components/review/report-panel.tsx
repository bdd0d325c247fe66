import { SubmitButton } from '~/app/components/ui/submit-button';
import { Tag } from '~/app/components/ui/tag';
import { TimeText } from '~/app/components/ui/time-text';
import { UiForm } from '~/app/components/ui/ui-host';

export interface ShownReport {
  readonly id: string;
  readonly state: 'queued' | 'rendering' | 'done' | 'failed' | 'cancelled';
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly finishedAt: string | null;
  readonly cause: string | null;
}

/** The official PDF of the newest submission: where it stands, and what can be done with it. */
export function ReportPanel({ report, isScored, canRender }: { report: ShownReport | null; isScored: boolean; canRender: boolean }) {
  return (
    <section className="report-panel" aria-label="自评报告">
      <h2>
        自评报告（PDF） <State report={report} />
      </h2>
      <Body report={report} isScored={isScored} canRender={canRender} />
    </section>
  );
}

function State({ report }: { report: ShownReport | null }) {
  switch (report?.state) {
    case undefined:
      return null;
    case 'queued':
      return <Tag tone="grey" glyph="ring">排队中</Tag>;
    case 'rendering':
      return <Tag tone="blue" glyph="half">生成中</Tag>;
    case 'done':
      return <Tag tone="green" glyph="check">已生成</Tag>;
    case 'failed':
      return <Tag tone="red" glyph="dot">生成失败</Tag>;
    case 'cancelled':
      return <Tag tone="grey" glyph="square">已取消</Tag>;
  }
}

function Body({ report, isScored, canRender }: { report: ShownReport | null; isScored: boolean; canRender: boolean }) {
  if (report === null) {
    return isScored && canRender ? <Again text="生成报告">尚未生成。</Again> : <p className="secondary-text">评分完成后自动生成。</p>;
  }
  switch (report.state) {
    case 'queued':
    case 'rendering':
      return <p className="secondary-text">生成后本页自动更新，可以离开本页。</p>;
    case 'failed':
      return <Again text="重新生成">{report.cause ?? '未能生成。'}</Again>;
    case 'cancelled':
      return <Again text="重新生成">报告生成已被取消。</Again>;
    case 'done':
      return (
        <>
          <p className="secondary-text">
            {report.pages} 页，{sizeText(report.bytes ?? 0)}，<TimeText value={report.finishedAt} />
          </p>
          <p className="report-links">
            <a href={`/reports/${report.id}`} target="_blank" rel="noreferrer">
              打开
            </a>
            <a href={`/reports/${report.id}?download=1`}>下载</a>
          </p>
        </>
      );
  }
}

function Again({ text, children }: { text: string; children: string }) {
  return (
    <UiForm method="post">
      <p className="secondary-text">{children}</p>
      <SubmitButton name="intent" value="report" kind="default" pendingText="正在安排…">
        {text}
      </SubmitButton>
    </UiForm>
  );
}

function sizeText(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
