import type { CompiledQuery, Transaction } from 'kysely';
import { refuse } from './refusal';
import type { Scope } from './scopes';
import { TenantPlugin } from './tenant-plugin';

/**
 * The transaction with the plugin of its scope instead of any other. The two ways around a plugin are closed: `withoutPlugins`, and
 * `executeQuery` of a statement that was compiled elsewhere.
 */
export function sealTransaction<DB>(base: Transaction<DB>, scope: Scope): Transaction<DB> {
  const plugin = new TenantPlugin(scope);
  const trx = base.withoutPlugins().withPlugin(plugin);
  const execute = trx.executeQuery.bind(trx);
  trx.withoutPlugins = () => refuse(`the plugin of ${scope.name} cannot be taken off`);
  trx.executeQuery = (query, options) => {
    const compiled = 'compile' in query ? query.compile() : (query as CompiledQuery);
    if (!plugin.hasSeen(compiled.query)) refuse('a statement that was not compiled by this transaction');
    return execute(compiled as never, options);
  };
  return trx;
}
