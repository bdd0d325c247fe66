import { Button } from 'antd';
import { Toolbar } from '../ui/toolbar';
import { UiForm, UiLink } from '../ui/ui-host';
import { ChoiceField } from './choice-field';

/** Stands in the URL for all actions that somebody should look at. */
export const ATTENTION = 'attention';

type Facet = { readonly value: string; readonly word: string };

export interface AuditSearchProps {
  readonly action: string;
  readonly actor: string;
  readonly from: string;
  readonly to: string;
  readonly actions: readonly Facet[];
  readonly actors: readonly Facet[];
}

const choices = (facets: readonly Facet[]) => facets.map((facet) => ({ value: facet.value, label: facet.word }));

/** The filters of the audit log; they live in the URL. */
export function AuditSearch({ action, actor, from, to, actions, actors }: AuditSearchProps) {
  const isFiltered = [action, actor, from, to].some((value) => value !== '');
  return (
    <UiForm method="get" key={`${action} ${actor} ${from} ${to}`}>
      <Toolbar label="查询日志">
        <ChoiceField id="filter-action" name="action" none="全部操作" choices={choices([{ value: ATTENTION, word: '需要关注的记录' }, ...actions])} value={action} />
        <ChoiceField id="filter-actor" name="actor" none="全部人员" choices={choices(actors)} value={actor} />
        <label className="day-range">
          从
          <input type="date" name="from" defaultValue={from} className="choice" aria-label="开始日期" />
        </label>
        <label className="day-range">
          到
          <input type="date" name="to" defaultValue={to} className="choice" aria-label="结束日期" />
        </label>
        <Button htmlType="submit">查询</Button>
        {isFiltered ? <UiLink to="/admin/audit">清除条件</UiLink> : null}
      </Toolbar>
    </UiForm>
  );
}
