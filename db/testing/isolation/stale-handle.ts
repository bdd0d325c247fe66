import { sql, type Kysely, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Database } from '~/db/connection.server';
import { allowRaw } from '~/db/tenant-plugin/raw-fragments';
import type { Canary } from '../canaries';

export type Open = <T>(bureauId: string, run: (trx: Transaction<Database>) => Promise<T>) => Promise<T>;

/** A pool of one connection and how a tenant's transaction is opened on it. */
export interface Subject {
  readonly open: Open;
  /** Cuts the socket of the one connection without a goodbye; undefined where the library hides it. */
  readonly cut?: () => void;
  /**
   * Set for a library that lets the next tenant in while the first still holds its dead handle: resolves when it has noticed the death of
   * its connection. With pg the next tenant queues from the start and gets in when the first has left.
   */
  readonly noticedDeath?: () => Promise<void>;
}

export type Death = 'terminated' | 'idle too long' | 'cut off';

export interface Damage {
  /** Rows of the second tenant that the first one's handle read. */
  readonly foreignReads: number;
  /** Statements of the first one's handle that ran at all after its connection had died. */
  readonly survivals: number;
  /** Rows of the second tenant that the first one's handle changed. */
  readonly strayWrites: number;
}

/** Row-level security alone: one transaction with the setting, without plugin. */
export function openPlain(db: Kysely<Database>): Open {
  const bare = db.withoutPlugins();
  return (bureauId, run) =>
    bare.transaction().execute(async (trx) => {
      await sql`select set_config('app.bureau_id', ${bureauId}, true)`.execute(trx);
      return run(trx);
    });
}

async function waitUntilGone(superuser: pg.Client, pid: number): Promise<void> {
  for (;;) {
    if ((await superuser.query('select 1 from pg_stat_activity where pid = $1', [pid])).rowCount === 0) return;
  }
}

async function kill(death: Death, trx: Transaction<Database>, subject: Subject, superuser: pg.Client): Promise<void> {
  const { rows } = await allowRaw(sql<{ pid: number }>`select pg_backend_pid() as pid`).execute(trx);
  const pid = rows[0]?.pid ?? 0;
  if (death === 'idle too long') await allowRaw(sql.raw('set local idle_in_transaction_session_timeout = 5')).execute(trx);
  else if (death === 'cut off' && subject.cut) subject.cut();
  else await superuser.query('select pg_terminate_backend($1)', [pid]);
  await waitUntilGone(superuser, pid);
}

/** The dead connection's tenant tries to read and to write with the handle it still has. */
async function tryAgain(trx: Transaction<Database>, other: Canary): Promise<Damage> {
  let [survivals, foreignReads] = [0, 0];
  try {
    const { rows } = await allowRaw(sql<{ bureau_id: string }>`select bureau_id from rounds`).execute(trx);
    survivals += 1;
    foreignReads += rows.filter((row) => row.bureau_id === other.bureauId).length;
  } catch {
    // As it must be.
  }
  try {
    await allowRaw(sql`update bureaus set name = 'stray'`).execute(trx);
    survivals += 1;
  } catch {
    // As it must be.
  }
  return { survivals, foreignReads, strayWrites: 0 };
}

/** One round: `first` dies inside its transaction, `second` comes in, `first` goes on. */
export async function dieAndGoOn(subject: Subject, death: Death, first: Canary, second: Canary, superuser: pg.Client): Promise<Damage> {
  const damages: Damage[] = [];
  let handle: Transaction<Database> | undefined;
  let died: () => void = () => undefined;
  const hasDied = new Promise<void>((resolve) => (died = resolve));
  let entered: () => void = () => undefined;
  const secondIsIn = new Promise<void>((resolve) => (entered = resolve));
  let attacked: () => void = () => undefined;
  const attackIsOver = new Promise<void>((resolve) => (attacked = resolve));

  const firstRun = subject.open(first.bureauId, async (trx) => {
    handle = trx;
    await allowRaw(sql`select 1 from rounds`).execute(trx);
    const noticed = subject.noticedDeath?.();
    if (!noticed) queueMicrotask(() => void comeIn());
    await kill(death, trx, subject, superuser);
    died();
    if (noticed) {
      await noticed;
      void comeIn();
      await secondIsIn;
    }
    damages.push(await tryAgain(trx, second));
    attacked();
  });
  let secondRun: Promise<void> | undefined;
  const comeIn = (): Promise<void> => {
    secondRun ??= subject.open(second.bureauId, async (trx) => {
      await allowRaw(sql`select 1 from rounds`).execute(trx);
      entered();
      await hasDied;
      await attackIsOver;
      if (handle && !subject.noticedDeath) damages.push(await tryAgain(handle, second));
      await allowRaw(sql`select 1 from rounds`).execute(trx);
    });
    return secondRun;
  };
  await firstRun.catch(() => undefined);
  await comeIn().catch(() => undefined);
  const { rowCount } = await superuser.query("update bureaus set name = 'canary' where name = 'stray'");
  const sum = (of: (damage: Damage) => number): number => damages.reduce((total, damage) => total + of(damage), 0);
  return { foreignReads: sum((one) => one.foreignReads), survivals: sum((one) => one.survivals), strayWrites: rowCount ?? 0 };
}
