import { FundsHead } from '~/app/components/score/funds-head';
import { DefinitionList } from '~/app/components/ui/definition-list';
import { Figure } from '~/app/components/ui/figure';
import { UiLink } from '~/app/components/ui/ui-host';
import { FUNDING_COLUMNS } from '~/app/domain/form/project-addresses';
import { Amount } from './budget-sheet';
import { reviewTabLink } from './review-tabs';
import { ScoreTable } from './score-table';
import type { ProjectRow, ProjectView } from './tab-view';

export interface ProjectSheetProps {
  readonly project: ProjectView;
  readonly projects: readonly ProjectRow[];
  readonly opened: string;
  readonly onOpen: (code: string) => void;
}

/** 项目支出绩效自评表 of one project as reported, laid out as the official form. */
export function ProjectSheet({ project, projects, opened, onOpen }: ProjectSheetProps) {
  const { row } = project;
  const index = projects.findIndex((one) => one.code === row.code);
  const link = (code: string): string => reviewTabLink('projects', { project: code });
  const [previous, next] = [projects[index - 1], projects[index + 1]];
  return (
    <section aria-labelledby="project-title">
      <p className="crumbs project-crumbs">
        <UiLink to={reviewTabLink('projects')}>全部项目</UiLink> / {row.code}
        <span className="project-steps">
          {previous ? <UiLink to={link(previous.code)}>上一个</UiLink> : null}
          {next ? <UiLink to={link(next.code)}>下一个</UiLink> : null}
        </span>
      </p>
      <h2 id="project-title" className="project-title">
        {row.name}
      </h2>
      <DefinitionList
        columns={3}
        items={[
          { term: '编号', value: row.code },
          { term: '实施单位', value: row.implementingUnit },
          { term: '资金来源', value: row.fundSource },
        ]}
      />
      <FundsTable project={project} />
      <div className="project-goals review-goals">
        <div>
          <h3>年度总体目标：预期目标</h3>
          <p className="project-goal">{project.expectedGoal}</p>
        </div>
        <div>
          <h3>年度总体目标：实际完成情况</h3>
          <p className="project-goal">{project.actualGoal === '' ? '—' : project.actualGoal}</p>
        </div>
      </div>
      <ScoreTable caption={`${row.name}绩效指标`} rows={project.scores} total={project.total} fullWeight="100" opened={opened} onOpen={onOpen} />
    </section>
  );
}

function FundsTable({ project: { funds, execution } }: { project: ProjectView }) {
  return (
    <div className="table-frame funds-frame">
      <table className="data-table funds-table">
        <FundsHead />
        <tbody>
          {funds.map((row) => (
            <tr key={row.label}>
              <th scope="row" className={row.isTotal ? 'funds-total' : 'funds-part'}>
                {row.label}
              </th>
              {row.figures.map((figure, index) => (
                <td key={FUNDING_COLUMNS[index]} className="align-right">
                  <Amount figure={figure} />
                </td>
              ))}
              <td className="align-right">{row.isTotal ? execution.weight : '—'}</td>
              <td className="align-right">{row.isTotal ? <Figure value={execution.rate} digits={2} origin="computed" /> : '—'}</td>
              <td className="align-right">{!row.isTotal ? '—' : execution.isExcluded ? '不适用' : <Figure value={execution.score} origin="computed" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
