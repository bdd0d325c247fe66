import { useState } from 'react';
import { NextStep } from '~/app/components/ui/next-step';
import { SubmitButton } from '~/app/components/ui/submit-button';
import { REQUIRED_EMPTY } from '../finding-counts';
import { useLiveChecks, useSaveState, useWorkspace } from '../use-workspace';

export interface MoveFormsProps {
  /** Why the last step was refused, from the server. */
  readonly reasons: readonly string[];
}

/** The step this person can take now: 送审, 报送 or 退回, with what stands in its way. */
export function MoveForms({ reasons }: MoveFormsProps) {
  const { data } = useWorkspace();
  return (
    <>
      {reasons.length === 0 ? null : (
        <div className="error-summary" role="alert">
          <h2>{reasons[0]}</h2>
          <ul>
            {reasons.slice(1).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {data.can.sendForApproval ? <SendForm /> : null}
      {data.can.submit ? <SubmitForms /> : null}
    </>
  );
}

function SendForm() {
  const { blocksSubmission, findings } = useLiveChecks();
  const { store } = useWorkspace();
  const saving = useSaveState();
  const open = findings.filter((finding) => finding.level !== 'I' && finding.answered === '');
  const empty = open.filter((finding) => finding.id === REQUIRED_EMPTY).flatMap((finding) => finding.addresses).length;
  const found = open.filter((finding) => finding.id !== REQUIRED_EMPTY).length;
  const left = [...(found > 0 ? [`${found} 条错误或警告待处理`] : []), ...(empty > 0 ? [`${empty} 项必填内容未填`] : [])];
  const isReady = !blocksSubmission && saving.status === 'saved' && saving.conflicts === 0;
  const text = blocksSubmission
    ? `还有 ${left.join('、')}，处理完后即可送审。`
    : '检查已通过。送审后由部门审核人审核并报送，期间填报内容锁定；未填的自评得分将采用系统测算分。';
  return (
    <form method="post" onSubmit={() => void store.flush()}>
      <NextStep
        tone={blocksSubmission ? 'todo' : 'done'}
        action={
          <SubmitButton name="intent" value="send" pendingText="正在送审…" isDisabled={!isReady}>
            送审
          </SubmitButton>
        }
      >
        {text}
      </NextStep>
    </form>
  );
}

function SubmitForms() {
  const { data } = useWorkspace();
  const [isReturning, setReturning] = useState(false);
  return (
    <>
      <form method="post">
        <NextStep
          action={
            <>
              <button type="button" className="plain-button" onClick={() => setReturning(!isReturning)} aria-expanded={isReturning}>
                退回填报人
              </button>
              <SubmitButton name="intent" value="submit" pendingText="正在报送…">
                审核通过并报送
              </SubmitButton>
            </>
          }
        >
          请核对以下内容。报送后提交{data.base.bureau.name}，形成不可更改的报送件；如需修改，须由财政局退回。
        </NextStep>
      </form>
      {isReturning ? (
        <form method="post" className="return-form">
          <label htmlFor="return-reason">退回原因（填报人可见）</label>
          <textarea id="return-reason" name="reason" rows={3} required maxLength={500} className="cell-control cell-text" />
          <SubmitButton name="intent" value="return" kind="danger" pendingText="正在退回…">
            确认退回
          </SubmitButton>
        </form>
      ) : null}
    </>
  );
}
