import { bureauOf, type TenantTransaction } from '../tenant.server';

export interface BureauRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly isDemo: boolean;
  readonly createdAt: string;
}

/** The bureau this transaction belongs to; undefined when it does not exist. */
export async function findBureau(trx: TenantTransaction): Promise<BureauRecord | undefined> {
  const row = await trx.selectFrom('bureaus').select(['bureau_id', 'code', 'name', 'short_name', 'is_demo', 'created_at']).executeTakeFirst();
  if (!row) return undefined;
  return { id: row.bureau_id, code: row.code, name: row.name, shortName: row.short_name, isDemo: row.is_demo, createdAt: row.created_at };
}

/** Creates the bureau whose id the transaction was opened with. */
export async function insertBureau(
  trx: TenantTransaction,
  bureau: { readonly code: string; readonly name: string; readonly shortName: string; readonly isDemo: boolean },
): Promise<void> {
  await trx
    .insertInto('bureaus')
    .values({ bureau_id: bureauOf(trx), code: bureau.code, name: bureau.name, short_name: bureau.shortName, is_demo: bureau.isDemo })
    .execute();
}
