import type pg from 'pg';
import { attempt } from './probes';

/** What app_dispatcher sees and does in the outbox: everything waiting, nothing of the rest. `client`: a superuser's inside a transaction. */
export async function probeDispatcher(client: pg.Client): Promise<readonly string[]> {
  const faults: string[] = [];
  const fault = (text: string): void => void faults.push(`dispatcher: ${text}`);
  await client.query('savepoint dispatcher');
  const jobs = (await client.query('select 1 from outbox')).rowCount ?? 0;
  const bureaus = (await client.query('select 1 from bureaus')).rowCount ?? 0;
  await client.query('set local role app_dispatcher');
  if ((await attempt(client, 'select bureau_id from outbox for update skip locked')).count !== jobs) fault('does not see every job');
  if ((await attempt(client, 'select bureau_id from bureaus')).count !== bureaus) fault('does not see every bureau');
  if ((await attempt(client, 'update outbox set dispatched_at = clock_timestamp()')).count !== jobs) fault('cannot mark every job');
  if ((await attempt(client, 'delete from outbox')).count !== 0) fault('deletes waiting jobs');
  await client.query('update outbox set dispatched_at = clock_timestamp()').catch(() => undefined);
  if ((await attempt(client, 'select bureau_id from outbox')).count !== jobs) fault('does not see handed-over jobs');
  if ((await attempt(client, 'delete from outbox')).count !== jobs) fault('cannot delete handed-over jobs');
  await client.query('rollback to savepoint dispatcher; release savepoint dispatcher');
  return faults;
}
