import { NextStep } from '~/app/components/ui/next-step';
import { UiLink } from '~/app/components/ui/ui-host';
import { deadlineDistanceText } from '~/app/domain/shared/deadline';
import { countsText } from './round-progress';
import type { RoundSummary } from './round-types';

/** The officer's one sentence: review what has come in, urge who is late, or issue the next round. */
export function BureauNextStep({ rounds, now }: { rounds: readonly RoundSummary[]; now: string }) {
  const open = rounds.find((round) => round.state === 'open');
  if (!open) {
    return (
      <NextStep tone={rounds.length === 0 ? 'todo' : 'done'} action={<Action to="/bureau/rounds/new" text="下达自评任务" />}>
        {rounds.length === 0 ? '还没有下达过自评任务。' : '各轮自评任务均已定稿，可以下达新一年度的自评任务。'}
      </NextStep>
    );
  }
  const { progress } = open;
  const distance = deadlineDistanceText(new Date(open.submissionDeadline), new Date(now));
  const waiting = progress.submitted > 0 ? `有 ${progress.submitted} 个部门已报送，待您审核；` : '';
  return (
    <NextStep tone={progress.overdue > 0 ? 'late' : 'todo'} action={<Action to={`/bureau/rounds/${open.id}`} text={progress.submitted > 0 ? '去审核' : '查看进度'} />}>
      “{open.name}”{waiting}
      {countsText(progress)}（{distance}）。
    </NextStep>
  );
}

function Action({ to, text }: { to: string; text: string }) {
  return (
    <UiLink to={to} className="button-primary">
      {text}
    </UiLink>
  );
}
