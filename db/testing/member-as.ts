import { v7 as uuid } from 'uuid';
import type { Kysely } from 'kysely';
import type { Member } from '~/app/auth/member';
import type { Role } from '~/app/domain/access/roles';
import type { Database } from '~/db/connection.server';
import { makeUser } from './factories';

/** A person acting in a role, as a session would say it. */
export async function memberAs(db: Kysely<Database>, bureauId: string, role: Role, place: { departmentId?: string; unitId?: string } = {}): Promise<Member> {
  const userId = await makeUser(db);
  return { userId, displayName: '测试人员', bureauId, bureauName: '测试区财政局', membershipId: uuid(), role, sessionId: 'session', ...place };
}

/** The code an AppError was thrown with. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'shown',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
}
