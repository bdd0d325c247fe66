import { DataTable } from '~/app/components/ui/data-table';
import { DefinitionList } from '~/app/components/ui/definition-list';
import { UiLink } from '~/app/components/ui/ui-host';
import { weightText } from '~/app/domain/form/points-maximum';
import { slotWeight } from '~/app/domain/form/slot-codes';
import { chinaDateTime } from '~/app/domain/shared/deadline';
import { exactDecimal } from '~/app/domain/shared/fraction-text';
import { FoundTags } from './found-tags';
import { SourceText } from './source-text';
import type { Wizard } from './use-wizard';
import type { PlannedDepartment, WizardPlan } from './wizard-plan';
import { departmentAnchor, FIELD_IDS, linkOfProblem, stepLink } from './wizard-places';

export interface PreviewStepProps {
  readonly wizard: Wizard;
  readonly isIssuing: boolean;
  /** What the server refused, as sentences; the same rules, but decided there. */
  readonly refusals: readonly string[];
  readonly onIssue: () => void;
}

/** 预览确认: who gets what, until when, and the notice as it will read. Nothing is stored before 下达. */
export function PreviewStep({ wizard, isIssuing, refusals, onIssue }: PreviewStepProps) {
  const { plan, problems } = wizard;
  const { departments } = plan;
  const bindings = departments.reduce((count, one) => count + one.bindings.length, 0);
  const projects = departments.reduce((count, one) => count + one.projects.length, 0);
  return (
    <>
      <Obstacles wizard={wizard} refusals={refusals} />
      <section className="section" aria-labelledby="preview-facts">
        <h2 id="preview-facts" className="visually-hidden">
          任务
        </h2>
        <DefinitionList
          columns={2}
          items={[
            { term: '任务名称', value: <Edit to={stepLink(1, FIELD_IDS.name)}>{plan.name}</Edit> },
            { term: '预算年度', value: <Edit to={stepLink(1, FIELD_IDS.fiscalYear)}>{wizard.draft.fiscalYear}</Edit> },
            { term: '内部审核截止', value: <Edit to={stepLink(1, FIELD_IDS.approvalDeadline)}>{momentText(plan.approvalDeadline)}</Edit> },
            { term: '报送截止', value: <Edit to={stepLink(1, FIELD_IDS.submissionDeadline)}>{momentText(plan.submissionDeadline)}</Edit> },
            { term: '指标体系', value: `${plan.system.content.name}（第 ${plan.system.content.version} 版）` },
            { term: '项目自评表', value: `${plan.projectForm.content.name}（第 ${plan.projectForm.content.version} 版）` },
          ]}
        />
      </section>
      <section className="section" aria-labelledby="preview-departments">
        <h2 id="preview-departments">
          {departments.length} 个部门
          <span className="section-unit">
            个性指标 {bindings} 项，项目 {projects} 个
          </span>
        </h2>
        <ScopeList wizard={wizard} />
      </section>
      <section className="section" aria-labelledby="preview-notice">
        <h2 id="preview-notice">通知正文</h2>
        <div className="issue-notice">{plan.notice}</div>
      </section>
      <div className="issue-confirm">
        <button type="button" className="button-primary issue-button issue-button-large" disabled={problems.length > 0 || isIssuing} aria-describedby="issue-effect" onClick={onIssue}>
          {isIssuing ? '正在下达…' : '下达'}
        </button>
        <p id="issue-effect" className="secondary-text">
          {problems.length > 0
            ? `还有 ${problems.length} 处需要更正，更正后才能下达。`
            : `下达后，${departments.length} 个部门立即可以看到通知并开始填报；指标体系版本、部门范围和目标值随即锁定，不能撤回。`}
        </p>
      </div>
    </>
  );
}

function Obstacles({ wizard, refusals }: { wizard: Wizard; refusals: readonly string[] }) {
  const { plan, problems } = wizard;
  const known = new Set(problems.map((problem) => problem.text));
  const unknown = refusals.filter((text) => !known.has(text));
  if (problems.length === 0 && unknown.length === 0) return null;
  return (
    <div className="error-summary" role="alert">
      <h2>{unknown.length > 0 ? '没有下达，请先更正以下内容' : '请先更正以下内容'}</h2>
      <ul>
        {unknown.map((text) => (
          <li key={text}>
            <UiLink to={stepLink(1, text.includes('任务') ? FIELD_IDS.name : FIELD_IDS.submissionDeadline)}>{text}</UiLink>
          </li>
        ))}
        {problems.map((problem) => (
          <li key={`${problem.department ?? ''} ${problem.text}`}>
            <UiLink to={linkOfProblem(problem, plan)}>{problem.text}</UiLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ScopeList({ wizard }: { wizard: Wizard }) {
  const { plan, problems, notes } = wizard;
  return (
    <DataTable
      caption="各部门将收到的内容"
      rows={plan.departments.map((planned, index) => ({ planned, count: problems.filter((problem) => problem.department === index).length, notes: notes[index]!.length }))}
      rowKey={({ planned }) => planned.department.id}
      rowTone={({ count }) => (count > 0 ? 'attention' : undefined)}
      empty={<p className="notice">还没有选择部门。</p>}
      columns={[
        { key: 'department', head: '部门', isRowHead: true, cell: ({ planned }) => planned.department.name },
        { key: 'category', head: '类别', cell: ({ planned }) => planned.department.category.name, width: 130 },
        { key: 'source', head: '目标来源', cell: ({ planned }) => <SourceText source={planned.source} />, width: 200 },
        { key: 'bindings', head: '个性指标', align: 'right', cell: ({ planned }) => `${planned.bindings.length} 项`, width: 90 },
        { key: 'weight', head: '每项分值', align: 'right', cell: ({ planned }) => slotWeightText(plan, planned), width: 130 },
        { key: 'projects', head: '项目', align: 'right', cell: ({ planned }) => `${planned.projects.length} 个`, width: 80 },
        { key: 'problems', head: '问题', cell: ({ count, notes }) => <FoundTags problems={count} notes={notes} />, width: 90 },
        {
          key: 'look',
          head: <span className="visually-hidden">操作</span>,
          cell: ({ planned }) => (
            <UiLink to={stepLink(3, departmentAnchor(planned.department.code))} aria-label={`查看${planned.department.name}的目标`}>
              查看
            </UiLink>
          ),
          width: 64,
        },
      ]}
    />
  );
}

/** 5, or “5.71（40÷7）” where the share has no end: the engine keeps it exact. */
function slotWeightText({ system }: WizardPlan, { bindings }: PlannedDepartment): string {
  if (bindings.length === 0) return '—';
  const weight = slotWeight(system.content, bindings.length);
  return exactDecimal(weight) === null ? `${weightText(weight)}（${system.content.slots.points}÷${bindings.length}）` : weightText(weight);
}

function Edit({ to, children }: { to: string; children: string }) {
  return (
    <>
      {children}{' '}
      <UiLink to={to} className="issue-edit" aria-label={`修改：${children}`}>
        修改
      </UiLink>
    </>
  );
}

function momentText(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? '未填写' : chinaDateTime(instant);
}
