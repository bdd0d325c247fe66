import { useEffect } from 'react';
import { PageHead } from '~/app/components/ui/page-head';
import { UiLink } from '~/app/components/ui/ui-host';
import { BasicsStep } from './basics-step';
import { DepartmentsStep } from './departments-step';
import { PreviewStep } from './preview-step';
import { StepNav } from './step-nav';
import { TargetsStep } from './targets-step';
import type { Wizard } from './use-wizard';
import { stepLink, STEPS, type StepNumber } from './wizard-places';

export interface IssueWizardProps {
  readonly wizard: Wizard;
  readonly step: StepNumber;
  /** The `#…` of the address: what to show and focus. */
  readonly hash: string;
  readonly isIssuing: boolean;
  readonly refusals: readonly string[];
  readonly onIssue: () => void;
}

/** 下达自评任务 in four steps. */
export function IssueWizard({ wizard, step, hash, isIssuing, refusals, onIssue }: IssueWizardProps) {
  useEffect(() => {
    const target = hash === '' ? null : document.getElementById(hash.slice(1));
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  }, [hash, step]);
  const { title } = STEPS[step - 1]!;
  const next = STEPS.find(({ number }) => number === step + 1);
  return (
    <>
      <PageHead title="下达自评任务" crumbs={[{ to: '/bureau/rounds', label: '自评任务' }]} facts={[wizard.plan.name, `${wizard.plan.departments.length} 个部门`]} />
      <StepNav current={step} problems={wizard.problems} />
      {wizard.isRestored ? (
        <p className="issue-restored" role="status">
          已恢复上次没有填完的内容。
          <button type="button" className="link-button" onClick={wizard.reset}>
            清空重填
          </button>
        </p>
      ) : null}
      {wizard.isUnsafe ? <p className="field-error">浏览器没有空间暂存已填内容，刷新本页会丢失，请一次填完后下达。</p> : null}
      <section aria-label={title} className="issue-step-body">
        {step === 1 ? <BasicsStep wizard={wizard} /> : null}
        {step === 2 ? <DepartmentsStep wizard={wizard} /> : null}
        {step === 3 ? <TargetsStep wizard={wizard} hash={hash} /> : null}
        {step === 4 ? <PreviewStep wizard={wizard} isIssuing={isIssuing} refusals={refusals} onIssue={onIssue} /> : null}
      </section>
      <nav className="issue-foot" aria-label="上一步和下一步">
        {step > 1 ? (
          <UiLink to={stepLink((step - 1) as StepNumber)} className="plain-button issue-button">
            上一步
          </UiLink>
        ) : null}
        {next === undefined ? null : (
          <UiLink to={stepLink(next.number)} className="button-primary">
            下一步：{next.title}
          </UiLink>
        )}
      </nav>
    </>
  );
}
