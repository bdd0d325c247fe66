import { sql } from 'kysely';

/** The database's clock, not the transaction's start: deadlines count when the statement runs. */
export const now = sql<string>`clock_timestamp()`;

export const secondsAgo = (seconds: number) => sql<string>`clock_timestamp() - make_interval(secs => ${seconds})`;
