import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { statementName } from './statement-names';

/** Thrown to whoever goes on using a connection that has gone back to the pool. */
export class EndedLeaseError extends Error {
  override readonly name = 'EndedLeaseError';
  constructor() {
    super('this transaction has ended: its connection may already serve somebody else');
  }
}

const begin = /^(begin|start transaction\b.*)$/;

/**
 * One checkout of a pooled connection. It ends with `release`, and nothing reaches the connection through it afterwards, so a handle that
 * outlives its transaction can never speak inside the next one. A connection that does not come back idle is closed, not reused.
 *
 * BEGIN is held back and sent in one message with the first statement when that one has no parameters (the tenant setting), which saves
 * a round trip per transaction.
 */
class Lease {
  private ended = false;
  private heldBegin: string | undefined;
  private broken = false;
  private readonly onError = (): void => {
    this.broken = true;
  };

  constructor(private readonly client: PoolClient) {
    // A connection that dies while it is checked out emits `error`; unheard, it would end the process.
    client.on('error', this.onError);
  }

  query(text: unknown, parameters: readonly unknown[] = []): Promise<unknown> {
    if (this.ended) return Promise.reject(new EndedLeaseError());
    if (typeof text !== 'string') return Promise.reject(new Error('cursors are not supported'));
    if (begin.test(text)) {
      this.heldBegin = text;
      return Promise.resolve({ command: 'BEGIN', rowCount: 0, rows: [] });
    }
    return this.send(text, parameters);
  }

  private async send(text: string, parameters: readonly unknown[]): Promise<unknown> {
    const held = this.heldBegin;
    this.heldBegin = undefined;
    if (held === undefined) return this.run(text, parameters);
    if (text === 'commit' || text === 'rollback') return { command: text.toUpperCase(), rowCount: 0, rows: [] };
    if (parameters.length > 0) {
      await this.client.query(held);
      return this.run(text, parameters);
    }
    // A simple query of several statements answers with one result for each.
    const results = (await this.client.query(`${held}; ${text}`)) as unknown as QueryResult[];
    return results[results.length - 1];
  }

  private run(text: string, parameters: readonly unknown[]): Promise<unknown> {
    const name = parameters.length > 0 ? statementName(text) : undefined;
    return this.client.query({ text, values: [...parameters], ...(name === undefined ? {} : { name }) });
  }

  release(destroy = false): void {
    if (this.ended) return;
    this.ended = true;
    this.client.off('error', this.onError);
    const idle = (this.client as PoolClient & { getTransactionStatus(): string | null }).getTransactionStatus() === 'I';
    this.client.release(destroy || this.broken || !idle);
  }
}

/** The pool as Kysely sees it: every checkout is a lease of its own. */
export function leasingPool(pool: Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => new Lease(await pool.connect()) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  };
}
