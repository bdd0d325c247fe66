import { readFile } from 'node:fs/promises';
import { type DemoAccount, demoAccountsSchema } from '~/app/domain/access/demo-accounts';
import { listDepartments, listUnits } from '~/db/queries/departments.server';
import { findUserByAccountName } from '~/db/queries/users.server';
import { insertReviewerGrant, listReviewerGrants } from '~/db/queries/reviewer-grants.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';
import { bureauIdOf } from '../rounds/prepare-bureau.server';
import { ensureAccount } from './ensure-account.server';

/** The one password of all demo accounts. It opens nothing outside demo mode, where demo accounts are refused. */
export const DEMO_PASSWORD = 'Hengji-demo-2025';

export async function readDemoAccounts(fileName: string): Promise<readonly DemoAccount[]> {
  return demoAccountsSchema.parse(JSON.parse(await readFile(fileName, 'utf8'))).accounts;
}

/** Creates the demo accounts that are missing, with their memberships and reviewer grants. Run again it changes nothing. */
export async function loadDemoAccounts(deps: Deps, accounts: readonly DemoAccount[]): Promise<void> {
  for (const account of accounts) {
    for (const membership of account.memberships) {
      const bureauId = bureauIdOf(membership.bureau);
      const place = await findPlace(deps, bureauId, membership.department, membership.unit);
      const ensured = await ensureAccount(deps, {
        bureauId,
        accountName: account.accountName,
        displayName: account.displayName,
        password: DEMO_PASSWORD,
        isDemo: true,
        memberships: [{ role: membership.role, ...place }],
      });
      if (!ensured.ok) throw new Error(`the demo account ${account.accountName} cannot be ${ensured.role}: ${ensured.reason}`);
    }
    await grant(deps, account);
  }
}

async function findPlace(deps: Deps, bureauId: string, department: string | undefined, unit: string | undefined): Promise<{ departmentId?: string; unitId?: string }> {
  if (department === undefined) return {};
  return withBureau(deps.db, bureauId, async (trx) => {
    const departmentId = (await listDepartments(trx)).find((one) => one.code === department)?.id;
    if (departmentId === undefined) throw new Error(`no department ${department} for a demo account`);
    if (unit === undefined) return { departmentId };
    const unitId = (await listUnits(trx, departmentId)).find((one) => one.code === unit)?.id;
    if (unitId === undefined) throw new Error(`no unit ${unit} for a demo account`);
    return { departmentId, unitId };
  });
}

async function grant(deps: Deps, account: DemoAccount): Promise<void> {
  const userId = (await findUserByAccountName(deps.db, account.accountName))!.id;
  for (const { bureau, fiscalYear } of account.reviewerGrants) {
    await withBureau(deps.db, bureauIdOf(bureau), async (trx) => {
      const held = (await listReviewerGrants(trx)).some((one) => one.userId === userId && one.fiscalYear === (fiscalYear ?? null));
      if (!held) await insertReviewerGrant(trx, { id: deps.ids(), userId, fiscalYear: fiscalYear ?? null, expiresAt: null });
    });
  }
}
