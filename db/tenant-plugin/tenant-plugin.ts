import type { KyselyPlugin, OperationNode, PluginTransformQueryArgs, PluginTransformResultArgs, QueryResult, RootOperationNode, UnknownRow } from 'kysely';
import { refuse } from './refusal';
import type { Scope } from './scopes';
import { TenantTransformer } from './tenant-transformer';

const statements: ReadonlySet<string> = new Set(['SelectQueryNode', 'InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'RawNode', 'MergeQueryNode']);

/**
 * The second wall between bureaus, independent of row-level security: whatever a handle runs is narrowed to what its scope owns, and what
 * cannot be narrowed is refused before it is sent.
 */
export class TenantPlugin implements KyselyPlugin {
  private readonly finished = new WeakSet<OperationNode>();

  constructor(private readonly scope: Scope) {}

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    if (this.finished.has(node)) return node;
    if (!statements.has(node.kind)) return refuse(`${node.kind} is no statement of the application`);
    const out = new TenantTransformer(this.scope, this.finished).transformNode(node, queryId);
    this.finished.add(out);
    return out;
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result);
  }

  /** Whether this plugin has let the statement through. */
  hasSeen(node: OperationNode): boolean {
    return this.finished.has(node);
  }
}
