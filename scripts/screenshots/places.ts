import type { Deps } from '~/app/services/deps.server';
import { bureauIdOf } from '~/app/services/rounds/prepare-bureau.server';
import { listBoard } from '~/db/queries/board.server';
import { listRounds } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';

const LIWAN = bureauIdOf('liwan');
export const DEMO_BUREAUS = [LIWAN, bureauIdOf('haizhu')] as const;

/** Addresses of the demo district's pages; ids differ from one database to the next. */
export interface Places {
  round(fiscalYear: number): string;
  /** The bureau's page of one department in one round. */
  review(fiscalYear: number, department: string): string;
  workspace(fiscalYear: number, department: string): string;
}

export async function listRoundIds(deps: Deps, bureauId: string): Promise<readonly string[]> {
  return withBureau(deps.db, bureauId, async (trx) => (await listRounds(trx)).map(({ id }) => id));
}

export async function findPlaces(deps: Deps): Promise<Places> {
  const rounds = new Map<number, string>();
  const assignments = new Map<string, string>();
  await withBureau(deps.db, LIWAN, async (trx) => {
    for (const round of await listRounds(trx)) {
      rounds.set(round.fiscalYear, round.id);
      for (const row of await listBoard(trx, round.id)) assignments.set(`${round.fiscalYear} ${row.department.code}`, row.assignmentId);
    }
  });
  const round = (fiscalYear: number): string => `/bureau/rounds/${rounds.get(fiscalYear)}`;
  const assignment = (fiscalYear: number, department: string): string => assignments.get(`${fiscalYear} ${department}`)!;
  return {
    round,
    review: (fiscalYear, department) => `${round(fiscalYear)}/departments/${assignment(fiscalYear, department)}`,
    workspace: (fiscalYear, department) => `/department/assignments/${assignment(fiscalYear, department)}`,
  };
}
