import type { Member } from '~/app/auth/member';
import {
  findIndicatorSystemVersion,
  type IndicatorSystemVersionRecord,
  listPublishedIndicatorSystemVersions,
} from '~/db/queries/indicator-systems.server';
import { withBureau } from '~/db/tenant.server';
import type { Deps } from '../deps.server';

/** 指标体系: every published version with its whole tree. */
export async function listSystems(deps: Deps, member: Member): Promise<readonly IndicatorSystemVersionRecord[]> {
  return withBureau(deps.db, member.bureauId, async (trx) => {
    const versions: IndicatorSystemVersionRecord[] = [];
    for (const { id } of await listPublishedIndicatorSystemVersions(trx)) {
      const version = await findIndicatorSystemVersion(trx, id);
      if (version) versions.push(version);
    }
    return versions;
  });
}
