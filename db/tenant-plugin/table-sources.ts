import { AliasNode, IdentifierNode, TableNode, type OperationNode } from 'kysely';
import { isAllowedRaw } from './raw-fragments';
import { refuse } from './refusal';

/** A table of the database as a statement names it. */
export interface TableSource {
  readonly table: string;
  /** The alias, or the table's own name. */
  readonly name: string;
}

const derived: ReadonlySet<string> = new Set(['SelectQueryNode', 'ParensNode', 'FunctionNode', 'ValuesNode']);

/**
 * What stands in FROM, JOIN, USING, INTO or UPDATE: a table; or undefined for what is rewritten on its own (subqueries), for functions, and
 * for common table expressions of the query.
 */
export function readSource(node: OperationNode, expressions: ReadonlySet<string>, original: OperationNode = node): TableSource | undefined {
  if (AliasNode.is(node)) {
    const inner = readSource(node.node, expressions, AliasNode.is(original) ? original.node : original);
    if (!inner) return undefined;
    if (!IdentifierNode.is(node.alias)) refuse(`the alias of ${inner.table} is not a plain name`);
    return { table: inner.table, name: node.alias.name };
  }
  if (TableNode.is(node)) {
    const { schema, identifier } = node.table;
    if (schema) refuse(`${schema.name}.${identifier.name}: tables are named without their schema`);
    return expressions.has(identifier.name) ? undefined : { table: identifier.name, name: identifier.name };
  }
  if (derived.has(node.kind)) return undefined;
  if (node.kind === 'RawNode' && isAllowedRaw(original)) return undefined;
  return refuse(`${node.kind} in the place of a table: use a table, a subquery, or allowRaw`);
}
