import { buildReportModel } from '~/app/reports/build-report-model';
import { renderReportHtml } from '~/app/reports/render-report-html';
import { PrintFailure } from '~/app/services/reports/print-failure';
import type { PrintReport } from '~/app/services/reports/render-report.server';
import { ChromiumMissing } from '~/workers/pdf/find-chromium';
import { BrowserNotSealed } from '~/workers/pdf/process-seal';
import { RenderFailed, RenderTimeout } from '~/workers/pdf/render-errors';
import { FontsUnavailable } from '~/workers/pdf/report-fonts';
import type { JobContext } from './job-handler';

/** A browser that dies again and again is more likely the machine's trouble than the report's. */
const ATTEMPTS_AFTER_CRASH = 20;
/** A machine under load may be late once. */
const ATTEMPTS_AFTER_TIMEOUT = 2;

/** In the printer's words where it has some for people; anything else is a bug and stays as it is. */
function inWords(error: unknown): unknown {
  if (error instanceof ChromiumMissing || error instanceof BrowserNotSealed || error instanceof FontsUnavailable) return new PrintFailure(error.message, { attempts: 1 });
  if (error instanceof RenderTimeout) return new PrintFailure(error.message, { attempts: ATTEMPTS_AFTER_TIMEOUT });
  if (error instanceof RenderFailed) return new PrintFailure(error.message, { attempts: ATTEMPTS_AFTER_CRASH, cause: error.cause });
  return error;
}

/** Prints the report with the renderer of this process. */
export function printSelfEvaluationReport({ pdf, log, signal }: JobContext): PrintReport {
  return async ({ report, submission, snapshot, sheet }) => {
    const model = buildReportModel({ snapshot, sheet, facts: { submittedAt: submission.submittedAt, submissionNumber: submission.number } });
    const html = renderReportHtml(model, { draft: false });
    try {
      const printed = await pdf.render(html, { title: model.title, createdAt: submission.submittedAt, signal });
      if (printed.missingGlyphs.length > 0) log.warn({ reportId: report.id, characters: printed.missingGlyphs.join('') }, 'characters that no face holds');
      return { bytes: printed.pdf, pages: printed.pages };
    } catch (error) {
      throw inWords(error);
    }
  };
}
