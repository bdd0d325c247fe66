import { type ReactNode, useState } from 'react';
import { TotalReceipt } from '~/app/components/score/total-receipt';
import { DeadlineText } from '~/app/components/ui/deadline-text';
import { Drawer } from '~/app/components/ui/drawer';
import { Figure } from '~/app/components/ui/figure';
import { Glyph } from '~/app/components/ui/glyph';
import { GradeTag } from '~/app/components/ui/grade-tag';
import { PageHead } from '~/app/components/ui/page-head';
import { StateTag } from '~/app/components/ui/state-tag';
import { TimeText } from '~/app/components/ui/time-text';
import { UiLink } from '~/app/components/ui/ui-host';
import { FindingCounts } from './finding-counts';
import { SaveStatus } from './save-status';
import { SectionNav } from './section-nav';
import { useLiveScore, useWorkspace } from './use-workspace';

/** Frame of the form: head with live score, saving and deadline; sections at the left; findings at the foot. */
export function WorkspaceShell({ children }: { children: ReactNode }) {
  const { data } = useWorkspace();
  const isUnit = data.writableProjects !== null;
  const isReported = data.state === 'submitted' || data.state === 'accepted';
  return (
    <div className="workspace">
      <PageHead
        title={data.base.department.name}
        crumbs={[{ to: '/department', label: '我的任务' }]}
        state={<StateTag state={data.state} isReturned={data.returned !== null} isOverdue={data.isOverdue} />}
        facts={[
          data.base.round.name,
          <DeadlineText key="deadline" deadline={data.submissionDeadline} now={data.now} isDone={isReported} />,
        ]}
        action={isUnit ? <SaveStatus /> : <LiveHead />}
      />
      <Notices />
      <div className="workspace-body">
        <SectionNav assignmentId={data.assignmentId} isUnit={isUnit} />
        <div className="workspace-content">{children}</div>
      </div>
    </div>
  );
}

function LiveHead() {
  const { data } = useWorkspace();
  const { total, items, missing } = useLiveScore();
  const [isDerived, setDerived] = useState(false);
  const isOpen = data.lock === null;
  const isWhole = missing.length === 0;
  return (
    <div className="workspace-live">
      {isOpen ? <SaveStatus /> : null}
      <span className="live-score" aria-live="off">
        <span className="secondary-text">{isWhole ? '系统测算' : '已填部分测算'}</span>
        <button type="button" className="total-opener" aria-expanded={isDerived} aria-label={`总分 ${total.score} 分，查看总分推导`} title="查看总分推导" onClick={() => setDerived(!isDerived)}>
          <Figure value={total.score} origin="computed" />
        </button>
        <span className="secondary-text">/ {data.base.system.totalWeight}</span>
        {isWhole ? <GradeTag grade={total.grade} /> : null}
      </span>
      {isDerived ? (
        <Drawer title="部门整体支出绩效自评" label="部门整体支出绩效自评：总分推导" onClose={() => setDerived(false)}>
          <TotalReceipt name="部门整体支出绩效自评" total={total} items={items} />
        </Drawer>
      ) : null}
      <FindingCounts assignmentId={data.assignmentId} />
    </div>
  );
}

/** What stands above the form: why it came back, and why it is locked. */
function Notices() {
  const { data } = useWorkspace();
  return (
    <>
      {data.returned === null ? null : (
        <div className="workspace-notice workspace-notice-returned" role="note">
          <Glyph name="return" /> <strong>已退回</strong>　{data.returned.by}于 <TimeText value={data.returned.at} /> 退回：{data.returned.reason}
        </div>
      )}
      {data.lock === null ? null : (
        <div className="workspace-notice workspace-notice-locked" role="note">
          <Glyph name="lock" /> <strong>已锁定</strong>　{data.lock}
          {data.state === 'submitted' || data.state === 'accepted' ? (
            <>
              　<UiLink to={`/department/assignments/${data.assignmentId}/report`}>查看自评报告</UiLink>
            </>
          ) : null}
        </div>
      )}
    </>
  );
}
