import type { ReactNode } from 'react';
import type { IssuePlace } from '~/app/domain/round/issue-verdict';
import { chinaDateTime } from '~/app/domain/shared/deadline';
import type { Wizard } from './use-wizard';
import { instantOf } from './wizard-draft';
import { FIELD_IDS } from './wizard-places';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** 基本信息: all prefilled, so that the officer reads it through and goes on. */
export function BasicsStep({ wizard }: { wizard: Wizard }) {
  const { draft, plan, options, change } = wizard;
  return (
    <div className="issue-basics">
      <div className="issue-basics-fields">
        <div className="issue-year-row">
          <Field wizard={wizard} place="fiscalYear" label="预算年度" hint="被评价的年度">
            {(described) => (
              <input {...described} className="issue-input issue-year" inputMode="numeric" maxLength={4} value={draft.fiscalYear} onChange={(event) => change({ fiscalYear: event.target.value.trim() })} />
            )}
          </Field>
          <Field wizard={wizard} place="name" label="任务名称">
            {(described) => <input {...described} className="issue-input" value={plan.name} onChange={(event) => change({ name: event.target.value })} />}
          </Field>
        </div>
        <div className="field">
          <label htmlFor="issue-system">指标体系版本</label>
          <select id="issue-system" className="issue-input" value={plan.system.id} onChange={(event) => change({ systemId: event.target.value })}>
            {options.systems.map(({ id, content }) => (
              <option key={id} value={id}>
                {content.name}（第 {content.version} 版）
              </option>
            ))}
          </select>
          <p className="field-hint">
            满分 {plan.system.content.totalWeight} 分，共性指标 {plan.system.content.indicators.length} 项，个性指标 {slotRange(plan.system.content.slots)}共 {plan.system.content.slots.points} 分。下达后本轮固定使用此版本。
          </p>
        </div>
        <div className="field">
          <label htmlFor="issue-project-form">项目自评表</label>
          <select id="issue-project-form" className="issue-input" value={plan.projectForm.id} onChange={(event) => change({ projectFormId: event.target.value })}>
            {options.projectForms.map(({ id, content }) => (
              <option key={id} value={id}>
                {content.name}（第 {content.version} 版）
              </option>
            ))}
          </select>
          <p className="field-hint">
            预算执行率 {plan.projectForm.content.executionWeight} 分，{plan.projectForm.content.primaries.map((one) => `${one.name} ${one.weight} 分`).join('，')}。
          </p>
        </div>
        <Moment wizard={wizard} place="approvalDeadline" label="内部审核截止" hint="部门负责人在此之前完成审核" date={draft.approvalDate} time={draft.approvalTime} onDate={(approvalDate) => change({ approvalDate })} onTime={(approvalTime) => change({ approvalTime })} />
        <Moment wizard={wizard} place="submissionDeadline" label="报送截止" hint="逾期仍可报送，但会标注逾期" date={draft.submissionDate} time={draft.submissionTime} onDate={(submissionDate) => change({ submissionDate })} onTime={(submissionTime) => change({ submissionTime })} />
      </div>
      <div className="issue-basics-notice">
        <Field wizard={wizard} place="notice" label="通知正文" hint={draft.notice === null ? '系统按年度和截止时间拟写，可直接修改。' : '已修改，不再随年度和截止时间变动。'}>
          {(described) => <textarea {...described} className="issue-input issue-notice-input" value={plan.notice} onChange={(event) => change({ notice: event.target.value })} />}
        </Field>
        {draft.notice === null ? null : (
          <button type="button" className="link-button" onClick={() => change({ notice: null })}>
            恢复系统拟写的通知
          </button>
        )}
      </div>
    </div>
  );
}

function slotRange({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? `${min} 项` : `${min}—${max} 项`;
}

interface Described {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string;
}

type FieldPlace = Exclude<IssuePlace, 'targets' | 'departments'>;

function Field({ wizard, place, label, hint, children }: { wizard: Wizard; place: FieldPlace; label: string; hint?: string; children: (described: Described) => ReactNode }) {
  const id = FIELD_IDS[place];
  const found = wizard.problems.filter((problem) => problem.place === place);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': found.length > 0 || undefined, 'aria-describedby': `${id}-notes` })}
      <div id={`${id}-notes`}>
        {hint === undefined ? null : <p className="field-hint">{hint}</p>}
        {found.map((problem) => (
          <p key={problem.text} className="field-error">
            {problem.text}
          </p>
        ))}
      </div>
    </div>
  );
}

interface MomentProps {
  readonly wizard: Wizard;
  readonly place: 'approvalDeadline' | 'submissionDeadline';
  readonly label: string;
  readonly hint: string;
  readonly date: string;
  readonly time: string;
  readonly onDate: (date: string) => void;
  readonly onTime: (time: string) => void;
}

/** A deadline in Asia/Shanghai; beside the browser's own inputs it is spelt out, with the day of the week. */
function Moment({ wizard, place, label, hint, date, time, onDate, onTime }: MomentProps) {
  const weekday = weekdayOf(date);
  return (
    <Field wizard={wizard} place={place} label={`${label}日期`} hint={`${hint}（北京时间）`}>
      {(described) => (
        <span className="issue-moment">
          <input {...described} type="date" className="issue-input" value={date} onChange={(event) => onDate(event.target.value)} />
          <input type="time" className="issue-input" aria-label={`${label}时间`} value={time} onChange={(event) => onTime(event.target.value)} />
          {weekday === null ? null : (
            <span className={weekday === 0 || weekday === 6 ? 'issue-weekend' : 'secondary-text'}>
              {chinaDateTime(instantOf(date, time || '00:00'))}，星期{WEEKDAYS[weekday]}
              {weekday === 0 || weekday === 6 ? '，非工作日' : ''}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}

function weekdayOf(date: string): number | null {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : day.getUTCDay();
}
