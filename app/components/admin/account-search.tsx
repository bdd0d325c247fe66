import { Button, Input } from 'antd';
import { ROLE_NAMES, roleSchema } from '~/app/domain/access/roles';
import { Toolbar } from '../ui/toolbar';
import { UiForm, UiLink } from '../ui/ui-host';
import { ChoiceField } from './choice-field';

const ROLES = roleSchema.options.map((role) => ({ value: role, label: ROLE_NAMES[role] }));

const STATES = [
  { value: 'active', label: '在用' },
  { value: 'placeless', label: '无岗位' },
  { value: 'disabled', label: '已停用' },
];

export interface AccountSearchProps {
  readonly text: string;
  readonly role: string;
  readonly state: string;
  readonly total: number;
}

/** The filters of the account list; they live in the URL. */
export function AccountSearch({ text, role, state, total }: AccountSearchProps) {
  const isFiltered = text !== '' || role !== '' || state !== '';
  return (
    <UiForm method="get" key={`${text} ${role} ${state}`}>
      <Toolbar label="查询账号" end={<span className="secondary-text">{`共 ${total} 个`}</span>}>
        <Input name="text" defaultValue={text} placeholder="姓名、账号、邮箱或部门" aria-label="姓名、账号、邮箱或部门" allowClear className="filter-text" />
        <ChoiceField id="filter-role" name="role" none="全部岗位" choices={ROLES} value={role} />
        <ChoiceField id="filter-state" name="state" none="全部状态" choices={STATES} value={state} />
        <Button htmlType="submit">查询</Button>
        {isFiltered ? <UiLink to="/admin/accounts">清除条件</UiLink> : null}
      </Toolbar>
    </UiForm>
  );
}
