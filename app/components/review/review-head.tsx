import { DeadlineText } from '~/app/components/ui/deadline-text';
import { PageHead } from '~/app/components/ui/page-head';
import { StateTag } from '~/app/components/ui/state-tag';
import { TimeText } from '~/app/components/ui/time-text';
import type { AssignmentState } from '~/app/domain/round/assignment-state';

export interface ReviewHeadProps {
  readonly now: string;
  readonly assignment: {
    readonly state: AssignmentState;
    readonly deadline: string;
    readonly isOverdue: boolean;
    readonly department: { readonly name: string };
    readonly category: string;
    readonly round: { readonly id: string; readonly name: string };
    readonly returned: object | null;
  };
  readonly submission: { readonly number: number; readonly submittedAt: string; readonly submittedBy: string | null; readonly late: boolean } | null;
  readonly systemText: string;
}

/** Department, state, version, and who reported when under which number. */
export function ReviewHead({ now, assignment, submission, systemText }: ReviewHeadProps) {
  const { round } = assignment;
  return (
    <PageHead
      title={assignment.department.name}
      crumbs={[
        { to: '/bureau/rounds', label: '自评任务' },
        { to: `/bureau/rounds/${round.id}`, label: round.name },
      ]}
      state={<StateTag state={assignment.state} isReturned={assignment.returned !== null} isOverdue={assignment.isOverdue} />}
      facts={[
        assignment.category,
        `指标体系 ${systemText}`,
        ...(submission === null
          ? [<DeadlineText key="deadline" deadline={assignment.deadline} now={now} />]
          : [
              <span key="submitted">
                第 {submission.number} 次报送：{submission.submittedBy === null ? '' : `${submission.submittedBy}，`}
                <TimeText value={submission.submittedAt} />
                {submission.late ? <span className="section-nav-late">（迟报）</span> : null}
              </span>,
            ]),
      ]}
    />
  );
}
