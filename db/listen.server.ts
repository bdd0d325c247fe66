import postgres from 'postgres';
import { PROGRESS_CHANNEL, progressEventSchema, type ProgressEvent } from './progress-event';

export interface Listening {
  close(): Promise<void>;
}

/**
 * Hears of progress in every bureau over a connection of its own that subscribes again after it broke. What happened in between is not
 * repeated: `onReconnect` is the moment to read the state afresh. Listeners keep to the events of the bureau they act for.
 */
export async function listen(url: string, onEvent: (event: ProgressEvent) => void, onReconnect: () => void = () => undefined): Promise<Listening> {
  const client = postgres(url, { max: 1, idle_timeout: 0, connection: { application_name: 'hengji-listen' }, onnotice: () => undefined });
  let subscribed = false;
  await client.listen(
    PROGRESS_CHANNEL,
    (payload) => {
      const event = parse(payload);
      if (event) onEvent(event);
    },
    () => {
      if (subscribed) onReconnect();
      subscribed = true;
    },
  );
  return { close: () => client.end({ timeout: 5 }) };
}

/** Anyone who may connect may notify: what is not an event is passed over. */
function parse(payload: string): ProgressEvent | undefined {
  try {
    return progressEventSchema.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
