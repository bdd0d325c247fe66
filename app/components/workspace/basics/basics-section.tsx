import { DefinitionList } from '~/app/components/ui/definition-list';
import { Field } from '../field';
import { useWorkspace } from '../use-workspace';

const LINES = ['budget_unit_code', 'staff_authorised', 'staff_in_post', 'contact_name', 'contact_phone'];

/** 基本情况: what the bureau fixed is shown, what the department states is typed. */
export function BasicsSection() {
  const { data } = useWorkspace();
  return (
    <section aria-labelledby="basics-title">
      <h2 id="basics-title">一、基本情况</h2>
      <DefinitionList
        columns={3}
        items={[
          { term: '部门名称', value: data.base.department.name },
          { term: '部门类别', value: data.base.department.category },
          { term: '预算年度', value: `${data.base.round.fiscalYear} 年` },
        ]}
      />
      <div className="field-row">
        {LINES.map((name) => (
          <Field key={name} address={`basics.${name}`} />
        ))}
      </div>
      <Field address="basics.functions" rows={8} />
      <Field address="basics.overall_objective" rows={5} />
      <Field address="basics.key_tasks" rows={8} />
    </section>
  );
}
