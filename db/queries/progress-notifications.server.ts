import { PROGRESS_CHANNEL, type ProgressEvent } from '../progress-event';
import { bureauOf, type TenantTransaction } from '../tenant.server';

/** Tells everybody who listens that something of this bureau has changed. Delivered when the transaction commits, and not at all when it rolls back. */
export async function notifyProgress(trx: TenantTransaction, topic: Pick<ProgressEvent, 'kind' | 'id'>): Promise<void> {
  const event: ProgressEvent = { bureauId: bureauOf(trx), kind: topic.kind, id: topic.id };
  await trx.selectNoFrom((eb) => eb.fn('pg_notify', [eb.val(PROGRESS_CHANNEL), eb.val(JSON.stringify(event))]).as('notified')).execute();
}
