import { bureauOf, userOf, type TenantTransaction, type UserTransaction } from '../tenant.server';
import type { BureauPlace } from './memberships.server';
import { now } from './instants';

/** What lets one reviewer read one bureau: all years when `fiscalYear` is null, for ever when `expiresAt` is null. */
export interface ReviewerGrantRecord {
  readonly id: string;
  readonly userId: string;
  readonly bureau: BureauPlace;
  readonly fiscalYear: number | null;
  readonly expiresAt: string | null;
}

/** In force: neither revoked nor expired, by the database's clock. */
function grantsInForce(trx: TenantTransaction | UserTransaction) {
  return trx
    .selectFrom('reviewer_grants as g')
    .innerJoin('bureaus as b', 'b.bureau_id', 'g.bureau_id')
    .select(['g.id', 'g.user_id', 'g.bureau_id', 'g.fiscal_year', 'g.expires_at', 'b.name', 'b.short_name', 'b.is_demo'])
    .where('g.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('g.expires_at', 'is', null), eb('g.expires_at', '>', now)]));
}

type GrantRow = Awaited<ReturnType<ReturnType<typeof grantsInForce>['execute']>>[number];

function toGrantRecord(row: GrantRow): ReviewerGrantRecord {
  return {
    id: row.id,
    userId: row.user_id,
    bureau: { id: row.bureau_id, name: row.name, shortName: row.short_name, isDemo: row.is_demo },
    fiscalYear: row.fiscal_year,
    expiresAt: row.expires_at,
  };
}

/** The bureaus one reviewer may read now. */
export async function listOwnReviewerGrants(trx: UserTransaction): Promise<readonly ReviewerGrantRecord[]> {
  const rows = await grantsInForce(trx).where('g.user_id', '=', userOf(trx)).orderBy('b.name').orderBy('g.id').execute();
  return rows.map(toGrantRecord);
}

/** Whether a reviewer may read this bureau's figures of a fiscal year, asked inside the bureau: a revocation counts from the next transaction on. */
export async function findReviewerGrant(trx: TenantTransaction, userId: string, fiscalYear: number): Promise<ReviewerGrantRecord | undefined> {
  const row = await grantsInForce(trx)
    .where('g.user_id', '=', userId)
    .where((eb) => eb.or([eb('g.fiscal_year', 'is', null), eb('g.fiscal_year', '=', fiscalYear)]))
    .orderBy('g.created_at')
    .executeTakeFirst();
  return row && toGrantRecord(row);
}

export async function listReviewerGrants(trx: TenantTransaction): Promise<readonly ReviewerGrantRecord[]> {
  const rows = await grantsInForce(trx).orderBy('g.created_at').orderBy('g.id').execute();
  return rows.map(toGrantRecord);
}

export async function insertReviewerGrant(
  trx: TenantTransaction,
  grant: { readonly id: string; readonly userId: string; readonly fiscalYear: number | null; readonly expiresAt: string | null },
): Promise<void> {
  await trx
    .insertInto('reviewer_grants')
    .values({ bureau_id: bureauOf(trx), id: grant.id, user_id: grant.userId, fiscal_year: grant.fiscalYear, expires_at: grant.expiresAt })
    .execute();
}

export async function revokeReviewerGrant(trx: TenantTransaction, id: string): Promise<void> {
  await trx
    .updateTable('reviewer_grants')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}
