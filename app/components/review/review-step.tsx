import { useEffect, useMemo, useRef, useState } from 'react';
import { ErrorSummary } from '~/app/components/ui/error-summary';
import { NextStep } from '~/app/components/ui/next-step';
import { SubmitButton } from '~/app/components/ui/submit-button';
import { TimeText } from '~/app/components/ui/time-text';
import { UiForm } from '~/app/components/ui/ui-host';
import type { AssignmentState } from '~/app/domain/round/assignment-state';

/** What the server answered to the last step; `reason` is the text that was typed, given back when it was refused. */
export interface StepAnswer {
  readonly intent: string;
  readonly reasons: readonly string[];
  readonly reason: string;
}

export interface ReviewStepProps {
  readonly state: AssignmentState;
  readonly stateChangedAt: string;
  readonly returned: { readonly at: string; readonly by: string; readonly reason: string } | null;
  /** Number of the newest submission, null while there is none. */
  readonly submissionNumber: number | null;
  /** Counts of the newest submission, null while it is not checked. */
  readonly findings: { readonly errors: number; readonly warnings: number; readonly unanswered: number } | null;
  readonly progress: { readonly filled: number; readonly required: number } | null;
  readonly can: { readonly accept: boolean; readonly return: boolean };
  /** A finalised round moves no more. */
  readonly isRoundOpen: boolean;
  readonly answer: StepAnswer | null;
}

/** What the bureau can do now, in one sentence with its buttons; for a task that is with the department, who it waits for. */
export function ReviewStep(props: ReviewStepProps) {
  const { can, answer } = props;
  const [isReturning, setReturning] = useState(answer !== null && answer.intent === 'return');
  const errors = useMemo(() => (answer?.reasons ?? []).map((message) => ({ field: 'return-reason', message })), [answer]);
  const hasRefusal = errors.length > 0;
  const reasonField = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isReturning && !hasRefusal) reasonField.current?.focus();
  }, [isReturning, hasRefusal]);
  return (
    <>
      {hasRefusal ? <ErrorSummary title="没有办成" errors={errors} /> : null}
      <NextStep
        tone={props.state === 'accepted' ? 'done' : 'todo'}
        action={
          can.accept || can.return ? (
            <>
              {can.return ? (
                <button type="button" className="plain-button" aria-expanded={isReturning} onClick={() => setReturning(!isReturning)}>
                  退回
                </button>
              ) : null}
              {can.accept ? (
                <UiForm method="post">
                  <SubmitButton name="intent" value="accept" pendingText="正在办理…">
                    通过
                  </SubmitButton>
                </UiForm>
              ) : null}
            </>
          ) : undefined
        }
      >
        <Sentence {...props} />
      </NextStep>
      {can.return && isReturning ? (
        <UiForm method="post" className="return-form" noValidate>
          <label htmlFor="return-reason">退回原因（部门可见；退回后表格重新开放填写，本次报送件仍留存）</label>
          <textarea id="return-reason" ref={reasonField} name="reason" rows={3} required maxLength={500} defaultValue={answer?.reason ?? ''} className="cell-control cell-text" />
          <SubmitButton name="intent" value="return" kind="danger" pendingText="正在退回…">
            确认退回
          </SubmitButton>
        </UiForm>
      ) : null}
    </>
  );
}

function Sentence({ state, stateChangedAt, returned, submissionNumber, findings, progress, isRoundOpen }: ReviewStepProps) {
  if (state === 'submitted') {
    if (findings === null) return <>已报送，正在评分和核查；完成后请审核。</>;
    return (
      <>
        请审核：{findings.errors + findings.warnings === 0 ? '核查没有发现错误和警告。' : `核查有 ${findings.errors} 条错误、${findings.warnings} 条警告，${findings.unanswered === 0 ? '部门均已说明。' : `${findings.unanswered} 条未说明。`}`}
      </>
    );
  }
  if (state === 'accepted') {
    return (
      <>
        已于 <TimeText value={stateChangedAt} /> 审核通过。{isRoundOpen ? '如发现问题，仍可退回。' : '本轮自评任务已定稿，不再退回。'}
      </>
    );
  }
  if (returned !== null) {
    return (
      <>
        {returned.by}于 <TimeText value={returned.at} /> 退回：“{returned.reason}”等待部门修改后重新报送{submissionNumber === null ? '。' : `；以下是第 ${submissionNumber} 次报送的内容。`}
      </>
    );
  }
  const filled = progress === null ? '' : `必填内容已填 ${progress.filled}/${progress.required}`;
  if (state === 'in_approval') return <>已送审，等待部门审核人审核并报送；{filled}。</>;
  if (state === 'filling') return <>填报中，等待部门填报人；{filled}。</>;
  return <>部门尚未开始填报，等待部门填报人。</>;
}
