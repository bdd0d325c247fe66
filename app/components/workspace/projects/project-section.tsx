import { useMemo } from 'react';
import { DefinitionList } from '~/app/components/ui/definition-list';
import { EmptyState } from '~/app/components/ui/empty-state';
import { UiLink } from '~/app/components/ui/ui-host';
import { projectAddresses } from '~/app/domain/form/project-addresses';
import { projectExecutionEntry, projectIndicatorEntries } from '~/app/domain/form/indicator-entry';
import { FUND_SOURCE_NAMES } from '~/app/domain/shared/fund-source';
import { Field } from '../field';
import { IndicatorTable } from '../indicators/indicator-table';
import { useCellFromHash } from '../use-cell-from-hash';
import { useLiveScore, useWorkspace } from '../use-workspace';
import { FundsTable } from './funds-table';

const FULL_WEIGHT = '100';

/** 项目支出绩效自评表 of one project, laid out as the official form. */
export function ProjectSection({ code }: { code: string }) {
  const { data } = useWorkspace();
  const sheet = useLiveScore();
  const index = data.base.projects.findIndex((project) => project.code === code);
  const project = data.base.projects[index];
  const entries = useMemo(
    () => (project ? [projectExecutionEntry(data.base.projectForm, project), ...projectIndicatorEntries(data.base, project)] : []),
    [data.base, project],
  );
  useCellFromHash();
  const root = `/department/assignments/${data.assignmentId}/projects`;
  if (!project) return <EmptyState title="没有这个项目" text="它可能不在本次自评范围内。" action={<UiLink to={root}>返回项目一览</UiLink>} />;
  const score = sheet.projects[index]!;
  const previous = data.base.projects[index - 1];
  const next = data.base.projects[index + 1];
  return (
    <section aria-labelledby="project-title">
      <p className="crumbs project-crumbs">
        <UiLink to={root}>项目自评</UiLink> / {project.code}
        <span className="project-steps">
          {previous ? <UiLink to={`${root}/${previous.code}`}>上一个</UiLink> : null}
          {next ? <UiLink to={`${root}/${next.code}`}>下一个</UiLink> : null}
        </span>
      </p>
      <h2 id="project-title">{project.name}</h2>
      <DefinitionList
        columns={3}
        items={[
          { term: '主管部门', value: data.base.department.name },
          { term: '实施单位', value: project.implementingUnit ?? data.base.department.name },
          { term: '资金来源', value: FUND_SOURCE_NAMES[project.fundSource] },
        ]}
      />
      <FundsTable project={project.code} score={score} />
      <div className="project-goals">
        <div className="field">
          <span className="secondary-text">年度总体目标：预期目标</span>
          <p className="project-goal">{project.expectedGoal}</p>
        </div>
        <Field address={projectAddresses(project.code).goal} label="年度总体目标：实际完成情况" rows={4} />
      </div>
      <h3 className="project-subtitle">绩效指标</h3>
      <IndicatorTable caption={`${project.name}绩效指标`} entries={entries} items={[score.execution, ...score.items]} total={score.total} fullWeight={FULL_WEIGHT} />
    </section>
  );
}
