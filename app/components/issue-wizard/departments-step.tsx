import { useEffect, useRef } from 'react';
import { Toolbar } from '~/app/components/ui/toolbar';
import type { Wizard } from './use-wizard';
import { lastScope } from './wizard-draft';
import type { WizardDepartment } from './wizard-options';
import { FIELD_IDS } from './wizard-places';

/** 部门范围: all departments on one page, by category. */
export function DepartmentsStep({ wizard }: { wizard: Wizard }) {
  const { options, draft, change, problems } = wizard;
  const chosen = new Set(draft.departmentIds);
  const earlier = lastScope(options);
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) if (isChosen) next.add(id);
    else next.delete(id);
    change({ departmentIds: options.departments.filter(({ id }) => next.has(id)).map(({ id }) => id) });
  };
  const all = options.departments.map(({ id }) => id);
  const problem = problems.find((one) => one.place === 'departments');
  return (
    <section id={FIELD_IDS.departments} tabIndex={-1} aria-label="部门范围">
      <Toolbar
        label="选择部门"
        end={
          <>
            <button type="button" className="plain-button" onClick={() => choose(all, true)}>
              全选
            </button>
            <button type="button" className="plain-button" onClick={() => choose(all, false)}>
              全不选
            </button>
            {earlier.length > 0 ? (
              <button type="button" className="plain-button" onClick={() => change({ departmentIds: earlier })}>
                与 {options.latestFiscalYear} 年度相同
              </button>
            ) : null}
          </>
        }
      >
        <p role="status">
          已选 <strong>{chosen.size}</strong> / {all.length} 个部门
          {earlier.length > 0 ? <span className="issue-beside">已按 {options.latestFiscalYear} 年度的范围预选，共 {earlier.length} 个</span> : null}
        </p>
      </Toolbar>
      {problem ? <p className="field-error">{problem.text}</p> : null}
      {categoriesOf(options.departments).map((category) => (
        <Category key={category.id} category={category} chosen={chosen} onChoose={choose} hasTargets={(id) => options.carried[id] !== undefined || draft.imported[id] !== undefined} />
      ))}
    </section>
  );
}

interface CategoryGroup {
  readonly id: string;
  readonly name: string;
  readonly departments: readonly WizardDepartment[];
}

function categoriesOf(departments: readonly WizardDepartment[]): CategoryGroup[] {
  const names = new Map(departments.map(({ category }) => [category.id, category.name]));
  return [...names].map(([id, name]) => ({ id, name, departments: departments.filter(({ category }) => category.id === id) }));
}

interface CategoryProps {
  readonly category: CategoryGroup;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void;
  readonly hasTargets: (departmentId: string) => boolean;
}

function Category({ category, chosen, onChoose, hasTargets }: CategoryProps) {
  const { name, departments } = category;
  const count = departments.filter(({ id }) => chosen.has(id)).length;
  const isAll = count === departments.length;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !isAll;
  }, [count, isAll]);
  return (
    <fieldset className="issue-category">
      <legend className="visually-hidden">{name}</legend>
      <div className="issue-category-head">
        <label>
          <input ref={box} type="checkbox" checked={isAll} aria-label={`全选${name}`} onChange={() => onChoose(departments.map(({ id }) => id), !isAll)} />
          <strong>{name}</strong>
        </label>
        <span className="secondary-text">
          已选 {count} / {departments.length}
        </span>
      </div>
      <ul className="issue-departments">
        {departments.map((department) => (
          <li key={department.id}>
            <label>
              <input type="checkbox" checked={chosen.has(department.id)} onChange={(event) => onChoose([department.id], event.target.checked)} />
              {department.name}
            </label>
            {hasTargets(department.id) ? null : <span className="issue-no-targets">无以前年度目标</span>}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
