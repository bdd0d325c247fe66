import { renderToStaticMarkup } from 'react-dom/server';
import { OFFICIAL_DOCUMENT_CSS, runningHeadCss } from './print/official-document.css';
import type { ReportModel } from './report-model';
import { SelfEvaluationReport } from './self-evaluation-report';

/**
 * The complete HTML document of a report, for the PDF renderer and for the preview alike. `draft` lays 草稿 over every page: for anything
 * that is not an immutable submission.
 */
export function renderReportHtml(model: ReportModel, { draft }: { readonly draft: boolean }): string {
  const style = OFFICIAL_DOCUMENT_CSS + runningHeadCss(model.runningHead, model.demo ? '演示数据' : '');
  const markup = renderToStaticMarkup(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <title>{model.title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <SelfEvaluationReport model={model} draft={draft} />
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}
