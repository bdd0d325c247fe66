import { bureauOf, type TenantTransaction } from '../tenant.server';

export interface CategoryRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly sortOrder: number;
}

export interface DepartmentRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly sortOrder: number;
  readonly category: CategoryRecord;
}

export interface UnitRecord {
  readonly id: string;
  readonly departmentId: string;
  readonly code: string;
  readonly name: string;
}

export async function listCategories(trx: TenantTransaction): Promise<readonly CategoryRecord[]> {
  const rows = await trx.selectFrom('department_categories').select(['id', 'code', 'name', 'sort_order']).orderBy('sort_order').orderBy('code').execute();
  return rows.map((row) => ({ id: row.id, code: row.code, name: row.name, sortOrder: row.sort_order }));
}

export async function insertCategories(trx: TenantTransaction, categories: readonly CategoryRecord[]): Promise<void> {
  if (categories.length === 0) return;
  const bureauId = bureauOf(trx);
  await trx
    .insertInto('department_categories')
    .values(categories.map((category) => ({ bureau_id: bureauId, id: category.id, code: category.code, name: category.name, sort_order: category.sortOrder })))
    .execute();
}

function departments(trx: TenantTransaction) {
  return trx
    .selectFrom('departments as d')
    .innerJoin('department_categories as c', (join) => join.onRef('c.bureau_id', '=', 'd.bureau_id').onRef('c.id', '=', 'd.category_id'))
    .select(['d.id', 'd.code', 'd.name', 'd.sort_order', 'd.category_id', 'c.code as category_code', 'c.name as category_name'])
    .select('c.sort_order as category_sort_order');
}

type DepartmentRow = Awaited<ReturnType<ReturnType<typeof departments>['execute']>>[number];

function toDepartmentRecord(row: DepartmentRow): DepartmentRecord {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    sortOrder: row.sort_order,
    category: { id: row.category_id, code: row.category_code, name: row.category_name, sortOrder: row.category_sort_order },
  };
}

export async function listDepartments(trx: TenantTransaction): Promise<readonly DepartmentRecord[]> {
  const rows = await departments(trx).orderBy('c.sort_order').orderBy('d.sort_order').orderBy('d.code').execute();
  return rows.map(toDepartmentRecord);
}

export async function findDepartment(trx: TenantTransaction, id: string): Promise<DepartmentRecord | undefined> {
  const row = await departments(trx).where('d.id', '=', id).executeTakeFirst();
  return row && toDepartmentRecord(row);
}

export async function insertDepartments(
  trx: TenantTransaction,
  list: readonly { readonly id: string; readonly categoryId: string; readonly code: string; readonly name: string; readonly sortOrder: number }[],
): Promise<void> {
  if (list.length === 0) return;
  const bureauId = bureauOf(trx);
  await trx
    .insertInto('departments')
    .values(list.map((one) => ({ bureau_id: bureauId, id: one.id, category_id: one.categoryId, code: one.code, name: one.name, sort_order: one.sortOrder })))
    .execute();
}

/** The units of one department, or of all. */
export async function listUnits(trx: TenantTransaction, departmentId?: string): Promise<readonly UnitRecord[]> {
  const rows = await trx
    .selectFrom('units')
    .select(['id', 'department_id', 'code', 'name'])
    .$if(departmentId !== undefined, (query) => query.where('department_id', '=', departmentId ?? ''))
    .orderBy('department_id')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ id: row.id, departmentId: row.department_id, code: row.code, name: row.name }));
}

export async function insertUnits(trx: TenantTransaction, units: readonly UnitRecord[]): Promise<void> {
  if (units.length === 0) return;
  const bureauId = bureauOf(trx);
  await trx
    .insertInto('units')
    .values(units.map((unit) => ({ bureau_id: bureauId, id: unit.id, department_id: unit.departmentId, code: unit.code, name: unit.name })))
    .execute();
}
