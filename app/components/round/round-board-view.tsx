import type { ElementType, ReactNode } from 'react';
import { DeadlineText } from '~/app/components/ui/deadline-text';
import { PageHead } from '~/app/components/ui/page-head';
import { RoundStateTag } from '~/app/components/ui/round-state-tag';
import { SubmitButton } from '~/app/components/ui/submit-button';
import { TimeText } from '~/app/components/ui/time-text';
import { UiLink } from '~/app/components/ui/ui-host';
import { ASSIGNMENT_STATE_NAMES, assignmentStateSchema, type RoundState } from '~/app/domain/round/assignment-state';
import { BoardFilters, type FilterOption } from './board-filters';
import type { BoardEntry } from './board-table';

export interface RoundBoardViewProps {
  readonly now: string;
  readonly round: { readonly id: string; readonly name: string; readonly fiscalYear: number; readonly state: RoundState; readonly submissionDeadline: string; readonly issuedAt: string; readonly notice: string };
  readonly systemText: string;
  readonly rows: readonly BoardEntry[];
  readonly ranking: { readonly number: number; readonly computedAt: string } | null;
  readonly missingReports: number;
  readonly message: string | null;
  /** Chosen filters, '' for all. */
  readonly category: string;
  readonly state: string;
  readonly Form: ElementType;
  readonly progress: ReactNode;
  readonly table: (rows: readonly BoardEntry[]) => ReactNode;
}

/** 任务看板: head, what can be done now, categories as tabs, one row per department. */
export function RoundBoardView(props: RoundBoardViewProps) {
  const { round, rows, now, Form } = props;
  const shown = rows.filter((row) => (props.category === '' || row.category.id === props.category) && isIn(row, props.state));
  return (
    <>
      <PageHead
        title={round.name}
        crumbs={[{ to: '/bureau/rounds', label: '自评任务' }]}
        state={<RoundStateTag state={round.state} />}
        facts={[
          `${round.fiscalYear} 年度`,
          props.systemText,
          <DeadlineText key="deadline" deadline={round.submissionDeadline} now={now} isDone={round.state !== 'open'} />,
          <span key="issued">
            <TimeText value={round.issuedAt} form="date" /> 下达
          </span>,
        ]}
        action={
          <UiLink to={`/bureau/rounds/${round.id}/ranking`} className="button-primary">
            查看排名
          </UiLink>
        }
      />
      {props.message === null ? null : (
        <p className="workspace-notice" role="status">
          {props.message}
        </p>
      )}
      <Form method="post" className="board-commands">
        <span className="secondary-text">
          {props.ranking === null ? '尚未排名：各部门全部报送后自动排名，也可先对已报送部门排名。' : <>第 {props.ranking.number} 次排名，<TimeText value={props.ranking.computedAt} /></>}
        </span>
        {round.state === 'open' ? (
          <SubmitButton name="intent" value="rank" kind="default" pendingText="正在安排…">
            立即排名
          </SubmitButton>
        ) : null}
        {props.missingReports > 0 ? (
          <SubmitButton name="intent" value="reports" kind="default" pendingText="正在安排…">
            生成 {props.missingReports} 份自评报告
          </SubmitButton>
        ) : null}
      </Form>
      {props.progress}
      <BoardFilters label="按类别查看" options={categoryOptions(rows)} chosen={props.category} linkOf={(value) => linkOf(round.id, value, props.state)} />
      <BoardFilters label="按状态查看" options={stateOptions(rows)} chosen={props.state} linkOf={(value) => linkOf(round.id, props.category, value)} />
      {props.table(shown)}
      <details className="notice-text">
        <summary>通知正文</summary>
        <p>{round.notice}</p>
      </details>
    </>
  );
}

const FLAGS: Readonly<Record<string, { label: string; holds: (row: BoardEntry) => boolean }>> = {
  returned: { label: '已退回', holds: (row) => row.isReturned },
  overdue: { label: '逾期', holds: (row) => row.isOverdue },
};

function isIn(row: BoardEntry, state: string): boolean {
  return state === '' || (FLAGS[state]?.holds(row) ?? row.state === state);
}

function categoryOptions(rows: readonly BoardEntry[]): FilterOption[] {
  const names = new Map(rows.map((row) => [row.category.id, row.category.name]));
  return [
    { value: '', label: '全部类别', count: rows.length },
    ...[...names].map(([value, label]) => ({ value, label, count: rows.filter((row) => row.category.id === value).length })),
  ];
}

function stateOptions(rows: readonly BoardEntry[]): FilterOption[] {
  const all = [
    ...assignmentStateSchema.options.map((state) => ({ value: state as string, label: ASSIGNMENT_STATE_NAMES[state] })),
    ...Object.entries(FLAGS).map(([value, flag]) => ({ value, label: flag.label })),
  ];
  const counted = all.map((one) => ({ ...one, count: rows.filter((row) => isIn(row, one.value)).length }));
  return [{ value: '', label: '全部状态', count: rows.length }, ...counted.filter((one) => one.count > 0)];
}

function linkOf(roundId: string, category: string, state: string): string {
  const query = new URLSearchParams({ ...(category !== '' && { category }), ...(state !== '' && { state }) }).toString();
  return `/bureau/rounds/${roundId}${query === '' ? '' : `?${query}`}`;
}
