import path from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import type { Member } from '~/app/auth/member';
import { createLogger } from '~/app/config/logger.server';
import type { IndicatorSystemVersion } from '~/app/domain/form/indicator-system-version';
import type { Role } from '~/app/domain/access/roles';
import type { RoundFile } from '~/app/domain/round/round-file';
import type { TestDatabase } from '~/db/testing/template-database';
import type { Deps } from '../../deps.server';
import { ensureAccount } from '../../account/ensure-account.server';
import { loadRoundFile } from '../../rounds/load-round-file.server';
import { prepareBureau, unitKey } from '../../rounds/prepare-bureau.server';
import { readRoundFile } from '../../rounds/read-round-file.server';

const EXAMPLE = path.resolve(import.meta.dirname, '../../../../docs/examples/round-small.json');

export interface ExampleRound {
  readonly deps: Deps;
  readonly bureauId: string;
  readonly roundId: string;
  readonly assignmentIds: ReadonlyMap<string, string>;
  /** A person of this bureau: department roles name the department's code, a unit's person also the unit's name. */
  person(role: Role, department?: string, unit?: string): Promise<Member>;
}

/** The small example round of the documentation, loaded into a bureau of its own; `system` stands in the place of its indicator system. */
export async function exampleRound(database: TestDatabase, change: (file: RoundFile) => RoundFile = (file) => file, system?: IndicatorSystemVersion): Promise<ExampleRound> {
  const deps: Deps = {
    db: database.app.db,
    ids: () => uuidV7(),
    storage: { put: notUsed, get: notUsed, exists: notUsed, delete: notUsed },
    log: createLogger({ level: 'silent', name: 'script' }),
    settings: { demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720 },
  };
  const read = await readRoundFile(EXAMPLE);
  const own = { ...read, ...(system && { system }), file: change({ ...read.file, bureau: { ...read.file.bureau, code: `test-${uuidV7()}` } }) };
  const loaded = await loadRoundFile(deps, own);
  const prepared = await prepareBureau(deps, own);
  return {
    deps,
    ...loaded,
    async person(role, department, unit) {
      const place = department === undefined ? undefined : prepared.departments.get(department)!;
      const unitId = unit === undefined ? undefined : prepared.unitIds.get(unitKey(department!, unit))!;
      const ensured = await ensureAccount(deps, {
        bureauId: loaded.bureauId,
        accountName: `p-${uuidV7()}`,
        displayName: `测试${role}`,
        password: 'Passw0rd-for-tests',
        isDemo: false,
        memberships: [{ role, departmentId: place?.id, unitId }],
      });
      if (!ensured.ok) throw new Error(ensured.reason);
      return {
        userId: ensured.userId,
        displayName: `测试${role}`,
        bureauId: loaded.bureauId,
        bureauName: read.file.bureau.name,
        membershipId: ensured.userId,
        sessionId: '',
        role,
        ...(place && { departmentId: place.id, departmentName: place.name }),
        ...(unitId !== undefined && { unitId, unitName: unit! }),
      };
    },
  };
}

function notUsed(): never {
  throw new Error('nothing is stored here');
}

/** Every department at `state`, with the deadline ahead. */
export const openAt =
  (state: RoundFile['assignments'][number]['state']) =>
  (file: RoundFile): RoundFile => ({
    ...file,
    round: { ...file.round, state: 'open', approvalDeadline: { daysFromNow: 20 }, submissionDeadline: { daysFromNow: 30 } },
    assignments: file.assignments.map((assignment) => ({ ...assignment, state })),
  });
