import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import type { PostgresUrls } from '~/db/embedded/connection-file';
import { databaseName, dispatcherRole, ownerRole, userRole } from '~/db/embedded/roles';
import { setUpDatabase } from '~/db/embedded/set-up-database';
import { startThrowAwayPostgres } from '~/db/embedded/throw-away';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresUrls;
  }
}

/** One server for the whole run: TEST_DATABASE_URL (a superuser of a server kept for tests) or an embedded one. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide('postgres', await prepareGivenServer(given));
    return () => Promise.resolve();
  }
  const { superuserUrl, ownerUrl, userUrl, dispatcherUrl, stop } = await startThrowAwayPostgres();
  project.provide('postgres', { superuserUrl, ownerUrl, userUrl, dispatcherUrl });
  return stop;
}

async function prepareGivenServer(superuserUrl: string): Promise<PostgresUrls> {
  const password = () => randomBytes(24).toString('base64url');
  const passwords = { owner: password(), user: password(), dispatcher: password() };
  await setUpDatabase(superuserUrl, passwords);
  const url = (role: string, rolePassword: string) => {
    const target = new URL(superuserUrl);
    target.username = role;
    target.password = rolePassword;
    target.pathname = `/${databaseName}`;
    return target.href;
  };
  return {
    superuserUrl,
    ownerUrl: url(ownerRole, passwords.owner),
    userUrl: url(userRole, passwords.user),
    dispatcherUrl: url(dispatcherRole, passwords.dispatcher),
  };
}
