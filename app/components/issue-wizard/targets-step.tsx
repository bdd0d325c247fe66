import { Fragment, useState } from 'react';
import { EmptyState } from '~/app/components/ui/empty-state';
import { UiLink } from '~/app/components/ui/ui-host';
import { FoundTags } from './found-tags';
import { RuleGuide } from './rule-guide';
import { ScopeTables } from './scope-tables';
import { SourceText } from './source-text';
import { TargetUpload } from './target-upload';
import type { Wizard } from './use-wizard';
import { departmentAnchor, stepLink } from './wizard-places';

/** 指标与项目: what each chosen department gets and where it comes from; nothing is typed here, targets come approved. */
export function TargetsStep({ wizard, hash }: { wizard: Wizard; hash: string }) {
  const { plan, draft, problems, change } = wizard;
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  if (plan.departments.length === 0) {
    return (
      <EmptyState
        title="还没有选择部门"
        text="请先确定本轮自评的部门范围。"
        action={
          <UiLink to={stepLink(2)} className="button-primary">
            去选择部门
          </UiLink>
        }
      />
    );
  }
  return (
    <>
      <TargetUpload wizard={wizard} />
      <div className="table-frame">
        <table className="data-table">
          <caption className="visually-hidden">各部门的指标与项目</caption>
          <thead>
            <tr>
              <th scope="col">部门</th>
              <th scope="col">目标来源</th>
              <th scope="col" className="align-right">
                个性指标
              </th>
              <th scope="col" className="align-right">
                项目
              </th>
              <th scope="col">问题</th>
              <th scope="col">
                <span className="visually-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.departments.map((planned, index) => {
              const { department, source, bindings, projects } = planned;
              const anchor = departmentAnchor(department.code);
              const found = problems.filter((problem) => problem.department === index);
              const notes = wizard.notes[index]!;
              const isOpen = toggled.get(anchor) ?? hash === `#${anchor}`;
              return (
                <Fragment key={department.id}>
                  <tr id={anchor} tabIndex={-1} className={found.length > 0 ? 'row-attention' : undefined}>
                    <th scope="row">{department.name}</th>
                    <td>
                      <SourceText source={source} />
                      {source.kind === 'imported' ? (
                        <button type="button" className="link-button issue-undo" aria-label={`撤销${department.name}的导入`} onClick={() => change({ imported: Object.fromEntries(Object.entries(draft.imported).filter(([id]) => id !== department.id)) })}>
                          撤销导入
                        </button>
                      ) : null}
                    </td>
                    <td className="align-right">{bindings.length} 项</td>
                    <td className="align-right">{projects.length} 个</td>
                    <td>
                      <FoundTags problems={found.length} notes={notes.length} />
                    </td>
                    <td className="align-right">
                      <button type="button" className="link-button" aria-expanded={isOpen} aria-label={`${isOpen ? '收起' : '查看'}${department.name}的目标`} onClick={() => setToggled(new Map(toggled).set(anchor, !isOpen))}>
                        {isOpen ? '收起' : '查看'}
                      </button>
                    </td>
                  </tr>
                  {isOpen || found.length > 0 ? (
                    <tr className="issue-detail-row">
                      <td colSpan={6}>
                        {found.length > 0 ? (
                          <ul className="issue-found">
                            {found.map((problem) => (
                              <li key={problem.text}>{problem.text.slice(department.name.length + 1)}</li>
                            ))}
                          </ul>
                        ) : null}
                        {isOpen && notes.length > 0 ? (
                          <ul className="issue-notes">
                            {notes.map((note) => (
                              <li key={note}>{note}</li>
                            ))}
                          </ul>
                        ) : null}
                        {isOpen ? <ScopeTables name={department.name} scope={planned} system={plan.system.content} /> : null}
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <RuleGuide />
    </>
  );
}
