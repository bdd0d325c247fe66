import { useState } from 'react';
import { placeOfRole } from '~/app/domain/access/role-place';
import { ROLE_NAMES, roleSchema } from '~/app/domain/access/roles';
import type { FieldError } from '../ui/error-summary';
import { ChoiceField } from './choice-field';

export interface RoleFieldsProps {
  readonly departments: readonly { readonly id: string; readonly name: string; readonly categoryName: string }[];
  readonly units: readonly { readonly id: string; readonly departmentId: string; readonly name: string }[];
  readonly typed?: { readonly role?: string; readonly departmentId?: string; readonly unitId?: string };
  readonly errors: readonly FieldError[];
}

const GROUPS = [
  { name: '业务岗位', roles: ['bureau_officer', 'bureau_admin', 'department_editor', 'department_approver', 'unit_editor', 'reviewer'] },
  { name: '三员岗位', roles: ['system_admin', 'security_admin', 'audit_admin'] },
] as const;

const ROLES = GROUPS.flatMap((group) => group.roles.map((role) => ({ value: role, label: ROLE_NAMES[role], group: group.name })));

/** A role, and the department and unit it asks for; fields it does not ask for are not shown. */
export function RoleFields({ departments, units, typed = {}, errors }: RoleFieldsProps) {
  const [role, setRole] = useState(typed.role ?? '');
  const [departmentId, setDepartment] = useState(typed.departmentId ?? '');
  const known = roleSchema.safeParse(role);
  const place = known.success ? placeOfRole(known.data) : 'bureau';
  const isAdministrator = GROUPS[1].roles.some((one) => one === role);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const unitChoices = units.filter((unit) => unit.departmentId === departmentId).map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <>
      <div className="field">
        <ChoiceField id="role" name="role" label="岗位" none="请选择岗位" choices={ROLES} value={role} onChange={setRole} isInvalid={errorOf('role') !== undefined} isWide />
        {isAdministrator ? <p className="field-hint">系统、安全、审计三员相互分立：担任其中一员的人不能再有别的岗位。</p> : null}
        <FieldErrorText text={errorOf('role')} />
      </div>
      {place === 'bureau' ? null : (
        <div className="field">
          <ChoiceField
            id="departmentId"
            name="departmentId"
            label="部门"
            none="请选择部门"
            choices={departments.map((department) => ({ value: department.id, label: department.name, group: department.categoryName }))}
            value={departmentId}
            onChange={setDepartment}
            isInvalid={errorOf('departmentId') !== undefined}
            isWide
          />
          <FieldErrorText text={errorOf('departmentId')} />
        </div>
      )}
      {place !== 'unit' ? null : (
        <div className="field">
          <ChoiceField key={departmentId} id="unitId" name="unitId" label="下属单位" none="请选择单位" choices={unitChoices} value={typed.unitId ?? ''} isInvalid={errorOf('unitId') !== undefined} isWide />
          {departmentId !== '' && unitChoices.length === 0 ? <p className="field-hint">这个部门没有登记下属单位。</p> : null}
          <FieldErrorText text={errorOf('unitId')} />
        </div>
      )}
    </>
  );
}

export function FieldErrorText({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p className="field-error">{text}</p>;
}
