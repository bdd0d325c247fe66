import { Fragment } from 'react';
import { COMPARATOR_SIGNS, type SlotBinding } from '~/app/domain/form/indicator-system-version';
import { weightText } from '~/app/domain/form/points-maximum';
import { slotWeight } from '~/app/domain/form/slot-codes';
import { ruleName } from '~/app/domain/round/target-sheets-rule';
import { takesSign } from '~/app/domain/round/target-sign';
import { FUND_SOURCE_NAMES } from '~/app/domain/shared/fund-source';
import type { WizardOptions, WizardScope } from './wizard-options';

/** What one department gets, to be read and not to be changed here. */
export function ScopeTables({ name, scope, system }: { name: string; scope: WizardScope; system: WizardOptions['systems'][number]['content'] }) {
  const weight = weightText(slotWeight(system, scope.bindings.length));
  return (
    <div className="issue-scope" role="region" aria-label={`${name}的目标`} tabIndex={0}>
      <table className="issue-scope-table">
        <caption>{name}的个性指标</caption>
        <thead>
          <tr>
            <th scope="col">指标名称</th>
            <th scope="col">定义</th>
            <th scope="col">目标值</th>
            <th scope="col">计分方法</th>
            <th scope="col" className="align-right">
              分值
            </th>
          </tr>
        </thead>
        <tbody>
          {scope.bindings.map((binding, index) => (
            <tr key={index}>
              <th scope="row">{binding.name}</th>
              <td>{binding.definition}</td>
              <td className="tight">{targetText(binding)}</td>
              <td className="tight">{ruleName(binding.rule)}</td>
              <td className="align-right">{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {scope.projects.length === 0 ? (
        <p className="secondary-text">没有项目。</p>
      ) : (
        <table className="issue-scope-table">
          <caption>{name}的项目</caption>
          <thead>
            <tr>
              <th scope="col">项目与指标</th>
              <th scope="col">一级、二级指标</th>
              <th scope="col">目标值</th>
              <th scope="col">计分方法</th>
              <th scope="col" className="align-right">
                分值
              </th>
            </tr>
          </thead>
          <tbody>
            {scope.projects.map((project, place) => (
              <Fragment key={place}>
                <tr className="issue-project-row">
                  <th scope="rowgroup" colSpan={5}>
                    {project.code}　{project.name}
                    <span className="issue-beside">{FUND_SOURCE_NAMES[project.fundSource]}</span>
                    <span className="issue-beside">{project.implementingUnit ?? '本部门实施'}</span>
                  </th>
                </tr>
                {project.indicators.map((indicator) => (
                  <tr key={indicator.code}>
                    <th scope="row">{indicator.name}</th>
                    <td>
                      {indicator.primary}—{indicator.secondary}
                    </td>
                    <td className="tight">{targetText(indicator)}</td>
                    <td className="tight">{ruleName(indicator.rule)}</td>
                    <td className="align-right">{indicator.weight}</td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** "≥ 85%": the sign is left out where the text carries its own, the target is judged, or is a range or a day. */
function targetText({ kind, comparator, target, unit }: Pick<SlotBinding, 'kind' | 'comparator' | 'target' | 'unit'>): string {
  if (kind === 'qualitative' || !takesSign(target)) return target;
  const hasSign = /^[<>=＜＞≤≥]/.test(target);
  const isBare = /^[\d.,]+$/.test(target);
  return `${hasSign ? '' : `${COMPARATOR_SIGNS[comparator]} `}${target}${isBare ? unit : ''}`;
}
