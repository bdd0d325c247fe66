import type { IndicatorSystemVersion } from '~/app/domain/form/indicator-system-version';
import { bureauOf, type TenantTransaction } from '../tenant.server';
import { jsonText } from './json-text';

export interface IndicatorSystemRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface IndicatorSystemVersionSummary {
  readonly id: string;
  readonly system: IndicatorSystemRecord;
  readonly version: number;
  readonly contentHash: string;
  readonly publishedAt: string | null;
}

export interface IndicatorSystemVersionRecord extends IndicatorSystemVersionSummary {
  readonly content: IndicatorSystemVersion;
}

export async function findIndicatorSystemByCode(trx: TenantTransaction, code: string): Promise<IndicatorSystemRecord | undefined> {
  return trx.selectFrom('indicator_systems').select(['id', 'code', 'name']).where('code', '=', code).executeTakeFirst();
}

export async function insertIndicatorSystem(trx: TenantTransaction, system: IndicatorSystemRecord): Promise<void> {
  await trx.insertInto('indicator_systems').values({ bureau_id: bureauOf(trx), id: system.id, code: system.code, name: system.name }).execute();
}

function versions(trx: TenantTransaction) {
  return trx
    .selectFrom('indicator_system_versions as v')
    .innerJoin('indicator_systems as s', (join) => join.onRef('s.bureau_id', '=', 'v.bureau_id').onRef('s.id', '=', 'v.system_id'))
    .select(['v.id', 'v.system_id', 'v.version', 'v.content_hash', 'v.published_at', 's.code', 's.name']);
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

function toSummary(row: VersionRow): IndicatorSystemVersionSummary {
  return {
    id: row.id,
    system: { id: row.system_id, code: row.code, name: row.name },
    version: row.version,
    contentHash: row.content_hash,
    publishedAt: row.published_at,
  };
}

/** Published versions, newest first within a system: what a round can be issued with. */
export async function listPublishedIndicatorSystemVersions(trx: TenantTransaction): Promise<readonly IndicatorSystemVersionSummary[]> {
  const rows = await versions(trx).where('v.published_at', 'is not', null).orderBy('s.code').orderBy('v.version', 'desc').execute();
  return rows.map(toSummary);
}

export async function findIndicatorSystemVersion(trx: TenantTransaction, id: string): Promise<IndicatorSystemVersionRecord | undefined> {
  const row = await versions(trx).select('v.content').where('v.id', '=', id).executeTakeFirst();
  return row && { ...toSummary(row), content: row.content as IndicatorSystemVersion };
}

/** `publishedAt` null keeps a draft. A published version never changes: the database refuses it. */
export async function insertIndicatorSystemVersion(
  trx: TenantTransaction,
  version: {
    readonly id: string;
    readonly systemId: string;
    readonly version: number;
    readonly content: IndicatorSystemVersion;
    readonly contentHash: string;
    readonly publishedAt: string | null;
    readonly publishedBy: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('indicator_system_versions')
    .values({
      bureau_id: bureauOf(trx),
      id: version.id,
      system_id: version.systemId,
      version: version.version,
      content: jsonText(version.content),
      content_hash: version.contentHash,
      published_at: version.publishedAt,
      published_by: version.publishedBy,
    })
    .execute();
}
