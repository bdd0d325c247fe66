import { type Page, test as base } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { createLogger } from '~/app/config/logger.server';
import type { Role } from '~/app/domain/access/roles';
import type { RoundFile } from '~/app/domain/round/round-file';
import { ensureAccount } from '~/app/services/account/ensure-account.server';
import type { Deps } from '~/app/services/deps.server';
import { type LoadedRound, loadRoundFile } from '~/app/services/rounds/load-round-file.server';
import { type PreparedBureau, prepareBureau } from '~/app/services/rounds/prepare-bureau.server';
import { type ReadRoundFile, readRoundFile } from '~/app/services/rounds/read-round-file.server';
import { createStorage } from '~/app/services/storage/create-storage.server';
import { connect } from '~/db/connection.server';
import { insertReviewerGrant } from '~/db/queries/reviewer-grants.server';
import { withBureau } from '~/db/tenant.server';

export { expect } from '@playwright/test';

const EXAMPLE = path.join(import.meta.dirname, '../docs/examples/round-small.json');
const PASSWORD = 'e2e-Passw0rd-2025';

/** A bureau of one test: three departments in two categories, from the small example file. */
export class TestBureau {
  constructor(
    private readonly deps: Deps,
    readonly read: ReadRoundFile,
    readonly prepared: PreparedBureau,
  ) {}

  get id(): string {
    return this.prepared.bureauId;
  }

  /** Creates a person of this bureau and returns the account name. */
  async addPerson(role: Role, departmentCode?: string): Promise<string> {
    const accountName = `${role.replaceAll('_', '-')}-${uuidV7().slice(-12)}`;
    const departmentId = departmentCode === undefined ? undefined : this.prepared.departments.get(departmentCode)!.id;
    const ensured = await ensureAccount(this.deps, { bureauId: this.id, accountName, displayName: `测试${role}`, password: PASSWORD, isDemo: false, memberships: [{ role, departmentId }] });
    if (!ensured.ok) throw new Error(`no account for ${role}: ${ensured.reason}`);
    return accountName;
  }

  async grantReviewer(userId: string): Promise<void> {
    await withBureau(this.deps.db, this.id, (trx) => insertReviewerGrant(trx, { id: uuidV7(), userId, fiscalYear: null, expiresAt: null }));
  }

  /** Issues the example round and brings its departments to a state; `open`, with a deadline ahead. */
  async loadRound(change: (file: RoundFile) => RoundFile = (file) => file): Promise<LoadedRound> {
    return loadRoundFile(this.deps, { ...this.read, file: change(this.read.file) });
  }
}

interface Fixtures {
  readonly makeBureau: (name: string) => Promise<TestBureau>;
  readonly userIdOf: (accountName: string) => Promise<string>;
  /** Signs a page in and waits for the person's home. */
  readonly signIn: (page: Page, accountName: string) => Promise<void>;
}

interface WorkerFixtures {
  readonly deps: Deps;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  deps: [
    async ({}, use) => {
      const state = JSON.parse(await readFile(process.env['E2E_STATE']!, 'utf8')) as { databaseUrl: string; dataDir: string };
      const database = connect({ url: state.databaseUrl, max: 2, applicationName: 'hengji e2e', onIdleError: () => undefined });
      await use({
        db: database.db,
        ids: () => uuidV7(),
        storage: createStorage({ s3: null, dataDir: state.dataDir }),
        log: createLogger({ level: 'silent', name: 'script' }),
        settings: { demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720 },
      });
      await database.close();
    },
    { scope: 'worker' },
  ],
  makeBureau: async ({ deps }, use) => {
    await use(async (name) => {
      const read = await readRoundFile(EXAMPLE);
      const bureau = { ...read.file.bureau, code: `e2e-${uuidV7()}`, name };
      const own = { ...read, file: { ...read.file, bureau } };
      return new TestBureau(deps, own, await prepareBureau(deps, own));
    });
  },
  userIdOf: async ({ deps }, use) => {
    await use(async (accountName) => (await deps.db.selectFrom('users').select('id').where('account_name', '=', accountName).executeTakeFirstOrThrow()).id);
  },
  signIn: async ({}, use) => {
    await use(async (page, accountName) => {
      await page.goto('/sign-in');
      await page.getByLabel('账号').fill(accountName);
      await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    });
  },
});

/** A deadline ahead, everybody at the beginning. */
export function notStarted(file: RoundFile): RoundFile {
  return openRound({ ...file, assignments: file.assignments.map((assignment) => ({ ...assignment, cells: {}, state: 'not_started' })) });
}

export function openRound(file: RoundFile): RoundFile {
  return { ...file, round: { ...file.round, state: 'open', approvalDeadline: { daysFromNow: 20 }, submissionDeadline: { daysFromNow: 30 } } };
}
