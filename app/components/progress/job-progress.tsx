import type { ElementType, ReactNode } from 'react';
import { ProgressBar } from '../ui/progress-bar';
import { SubmitButton } from '../ui/submit-button';
import { durationText } from './duration-text';

export interface JobCounts {
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
}

export interface JobFailure {
  readonly id: string;
  /** What could not be done, e.g. the department's name. */
  readonly name: string;
  readonly cause: string;
}

export interface JobProgressProps {
  /** What the job makes, e.g. "绩效自评报告". */
  readonly name: string;
  /** What one item is counted in, e.g. "份". */
  readonly measureWord: string;
  readonly counts: JobCounts;
  /** Null while it cannot be told. */
  readonly secondsLeft: number | null;
  readonly failures?: readonly JobFailure[];
  /** Hidden fields of the forms behind the two buttons; without them a button is not shown. */
  readonly cancel?: Readonly<Record<string, string>>;
  readonly retry?: Readonly<Record<string, string>>;
  /** The router's form, so that a button does not reload the page. */
  readonly Form?: ElementType;
}

const MAX_SHOWN_FAILURES = 20;

/** One sentence: what it is doing now, or how it ended. */
export function jobSentence(name: string, measureWord: string, counts: JobCounts, secondsLeft: number | null): string {
  const { waiting, running, done, failed, cancelled } = counts;
  const ended = [`完成 ${done} ${measureWord}`, ...(failed > 0 ? [`失败 ${failed} ${measureWord}`] : []), ...(cancelled > 0 ? [`已取消 ${cancelled} ${measureWord}`] : [])].join('，');
  if (waiting + running === 0) return done + failed + cancelled === 0 ? `尚未生成${name}。` : `${name}已处理完毕：${ended}。`;
  const now = running === 0 ? '正在排队' : `正在生成 ${running} ${measureWord}`;
  const left = secondsLeft === null ? '' : `，剩余时间${durationText(secondsLeft)}`;
  return `${name}：${now}，等待 ${waiting} ${measureWord}；${ended}${left}。可以离开本页，处理会继续进行。`;
}

/** A long job as a page shows it: bar, what it is doing, counts, time left, what failed and why, and the buttons to cancel or retry. */
export function JobProgress({ name, measureWord, counts, secondsLeft, failures = [], cancel, retry, Form = 'form' }: JobProgressProps) {
  const total = counts.waiting + counts.running + counts.done + counts.failed + counts.cancelled;
  const isRunning = counts.waiting + counts.running > 0;
  const button = (fields: Readonly<Record<string, string>>, text: string, pendingText: string, kind: 'default' | 'danger'): ReactNode => {
    const [first, ...rest] = Object.entries(fields);
    if (first === undefined) return null;
    return (
      <Form method="post">
        {rest.map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <SubmitButton name={first[0]} value={first[1]} kind={kind} size="small" pendingText={pendingText}>
          {text}
        </SubmitButton>
      </Form>
    );
  };
  return (
    <section className="job-progress" aria-label={`${name}进度`}>
      <ProgressBar
        total={total}
        label={`${name}进度`}
        parts={[
          { count: counts.done, tone: 'green', label: '完成' },
          { count: counts.running, tone: 'blue', label: '生成中' },
          { count: counts.failed, tone: 'red', label: '失败' },
          { count: counts.cancelled, tone: 'grey', label: '已取消' },
        ]}
      />
      <p role="status">{jobSentence(name, measureWord, counts, secondsLeft)}</p>
      {failures.length === 0 ? null : (
        <ul className="job-failures">
          {failures.slice(0, MAX_SHOWN_FAILURES).map((failure) => (
            <li key={failure.id}>
              {failure.name}：{failure.cause}
            </li>
          ))}
          {failures.length > MAX_SHOWN_FAILURES ? <li>另有 {failures.length - MAX_SHOWN_FAILURES} 项失败</li> : null}
        </ul>
      )}
      <div className="job-buttons">
        {cancel !== undefined && isRunning ? button(cancel, `取消未完成的 ${counts.waiting + counts.running} ${measureWord}`, '正在取消…', 'danger') : null}
        {retry !== undefined && counts.failed > 0 ? button(retry, `重试失败的 ${counts.failed} ${measureWord}`, '正在重试…', 'default') : null}
      </div>
    </section>
  );
}
