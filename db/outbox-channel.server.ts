import postgres from 'postgres';
import type { Listening } from './listen.server';

/** PostgreSQL channel on which a committed transaction says that the outbox has something new. Notifications carry nothing. */
export const OUTBOX_CHANNEL = 'hengji_outbox';

/** Calls `onJobs` whenever jobs were written, and after each reconnection, because what happened in between is not repeated. */
export async function listenForJobs(url: string, onJobs: () => void): Promise<Listening> {
  const client = postgres(url, { max: 1, idle_timeout: 0, connection: { application_name: 'hengji-outbox' }, onnotice: () => undefined });
  await client.listen(OUTBOX_CHANNEL, onJobs, onJobs);
  return { close: () => client.end({ timeout: 5 }) };
}
