import {
  OnNode,
  OperationNodeTransformer,
  type AggregateFunctionNode,
  type DeleteQueryNode,
  type FunctionNode,
  type InsertQueryNode,
  type JoinNode,
  type MergeQueryNode,
  type OperationNode,
  type QueryId,
  type RawNode,
  type SelectQueryNode,
  type UpdateQueryNode,
  type WithNode,
} from 'kysely';
import { refuseOwnedColumn, rewriteInsert } from './insert';
import { KNOWN_FUNCTIONS } from './known-words';
import { combine, narrowWhere, ownedPredicate } from './predicates';
import { checkRawFragment, isAllowedRaw } from './raw-fragments';
import { refuse } from './refusal';
import type { Command, Scope } from './scopes';
import { readSource } from './table-sources';
import { GLOBAL_TABLES, TENANT_TABLES } from './tenant-tables';

const tableNames: ReadonlySet<string> = new Set([...TENANT_TABLES, ...GLOBAL_TABLES]);
const narrowedInOn: ReadonlySet<string> = new Set(['InnerJoin', 'LeftJoin', 'LateralInnerJoin', 'LateralLeftJoin']);
const narrowedInWhere: ReadonlySet<string> = new Set(['CrossJoin', 'LateralCrossJoin']);

/** Walks one statement and narrows every table reference in it; throws on what it cannot see through. One instance serves one statement. */
export class TenantTransformer extends OperationNodeTransformer {
  private readonly expressions: string[] = [];

  constructor(
    private readonly scope: Scope,
    private readonly finished: WeakSet<OperationNode>,
  ) {
    super();
  }

  /** A subquery made from the same handle has been rewritten when it was built. */
  protected override transformNodeImpl<T extends OperationNode>(node: T, queryId?: QueryId): T {
    return this.finished.has(node) ? node : super.transformNodeImpl(node, queryId);
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    return this.within(node.with, () => {
      const out = super.transformSelectQuery(node, queryId);
      const joined = this.narrowJoins(out.joins, node.joins);
      const predicates = [...this.narrow(out.from?.froms, 'select', node.from?.froms), ...joined.predicates];
      return { ...out, joins: joined.joins, where: narrowWhere(out.where, predicates) };
    });
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    return this.within(node.with, () => {
      const out = super.transformUpdateQuery(node, queryId);
      if (!out.table) return refuse('an update without a table');
      const target = this.target(out.table, 'update');
      if (target.owned) refuseOwnedColumn(out.updates, target.owned);
      const joined = this.narrowJoins(out.joins, node.joins);
      const predicates = [...target.predicates, ...this.narrow(out.from?.froms, 'select', node.from?.froms), ...joined.predicates];
      return { ...out, joins: joined.joins, where: narrowWhere(out.where, predicates) };
    });
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    return this.within(node.with, () => {
      const out = super.transformDeleteQuery(node, queryId);
      const [first, ...more] = out.from.froms;
      if (!first || more.length > 0) return refuse('a delete from several tables');
      const joined = this.narrowJoins(out.joins, node.joins);
      const predicates = [
        ...this.target(first, 'delete').predicates,
        ...this.narrow(out.using?.tables, 'select', node.using?.tables),
        ...joined.predicates,
      ];
      return { ...out, joins: joined.joins, where: narrowWhere(out.where, predicates) };
    });
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId?: QueryId): InsertQueryNode {
    return this.within(node.with, () => {
      const out = super.transformInsertQuery(node, queryId);
      if (!out.into) return refuse('an insert without a table');
      const { owned, name } = this.target(out.into, 'insert');
      if (out.onConflict?.updates) this.scope.rule(name, 'update');
      return owned ? rewriteInsert(out, name, owned) : out;
    });
  }

  protected override transformMergeQuery(_node: MergeQueryNode): MergeQueryNode {
    return refuse('MERGE: write it as insert … on conflict, update or delete');
  }

  protected override transformRaw(node: RawNode, queryId?: QueryId): RawNode {
    if (!isAllowedRaw(node)) checkRawFragment(node, this.scope);
    return super.transformRaw(node, queryId);
  }

  protected override transformFunction(node: FunctionNode, queryId?: QueryId): FunctionNode {
    this.checkFunction(node.func);
    return super.transformFunction(node, queryId);
  }

  protected override transformAggregateFunction(node: AggregateFunctionNode, queryId?: QueryId): AggregateFunctionNode {
    this.checkFunction(node.func);
    return super.transformAggregateFunction(node, queryId);
  }

  private checkFunction(name: string): void {
    if (!KNOWN_FUNCTIONS.has(name.toLowerCase())) refuse(`the function ${name} is not among the known ones`);
  }

  /** Names of common table expressions are tables only inside the statement that defines them. */
  private within<T>(node: WithNode | undefined, run: () => T): T {
    const before = this.expressions.length;
    for (const expression of node?.expressions ?? []) {
      const name = expression.name.table.table.identifier.name;
      if (tableNames.has(name)) refuse(`the common table expression ${name} has the name of a table`);
      this.expressions.push(name);
    }
    const result = run();
    this.expressions.length = before;
    return result;
  }

  private target(node: OperationNode, command: Command): { name: string; owned: ReturnType<Scope['rule']> & { kind: 'owned' } | undefined; predicates: OperationNode[] } {
    const source = readSource(node, new Set());
    if (!source) return refuse(`${command} of something that is not a table`);
    const rule = this.scope.rule(source.table, command);
    return rule.kind === 'owned'
      ? { name: source.name, owned: rule, predicates: [ownedPredicate(source.name, rule)] }
      : { name: source.name, owned: undefined, predicates: [] };
  }

  private narrow(nodes: readonly OperationNode[] | undefined, command: Command, originals: readonly OperationNode[] | undefined): OperationNode[] {
    return (nodes ?? []).flatMap((node, index) => {
      const source = readSource(node, new Set(this.expressions), originals?.[index]);
      if (!source) return [];
      const rule = this.scope.rule(source.table, command);
      return rule.kind === 'owned' ? [ownedPredicate(source.name, rule)] : [];
    });
  }

  /** An outer join keeps rows only where the predicate stands in its ON; a cross join has none. */
  private narrowJoins(
    joins: readonly JoinNode[] | undefined,
    originals: readonly JoinNode[] | undefined,
  ): { joins: readonly JoinNode[] | undefined; predicates: OperationNode[] } {
    const predicates: OperationNode[] = [];
    const narrowed = joins?.map((join, index) => {
      const own = this.narrow([join.table], 'select', originals?.[index] && [originals[index].table]);
      if (narrowedInWhere.has(join.joinType)) {
        predicates.push(...own);
        return join;
      }
      if (!narrowedInOn.has(join.joinType)) return refuse(`${join.joinType}: write it with inner and left joins`);
      if (own.length === 0) return join;
      const on = combine(own, join.on?.on);
      return on ? { ...join, on: OnNode.create(on) } : join;
    });
    return { joins: narrowed, predicates };
  }
}
