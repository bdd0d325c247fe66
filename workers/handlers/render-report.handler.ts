import { giveUpReport } from '~/app/services/reports/give-up-report.server';
import { renderReport } from '~/app/services/reports/render-report.server';
import { type JobHandler, RunLater } from './job-handler';
import { printSelfEvaluationReport } from './print-self-evaluation-report';

export const renderReportHandler: JobHandler<'render-report'> = {
  async run(payload, context) {
    const outcome = await renderReport(context.deps, payload, printSelfEvaluationReport(context), context.signal);
    context.log.info({ ...payload, outcome }, 'report rendered');
    switch (outcome.state) {
      case 'again':
        throw new RunLater(outcome.delayMs);
      case 'retry':
        throw new Error(outcome.cause);
      case 'interrupted':
        throw new Error('interrupted');
      case 'done':
      case 'failed':
      case 'nothing_to_do':
    }
  },
  giveUp: (payload, cause, { deps }) => giveUpReport(deps, payload, cause),
};
