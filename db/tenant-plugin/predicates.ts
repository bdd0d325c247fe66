import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  OperatorNode,
  ParensNode,
  ReferenceNode,
  TableNode,
  ValueNode,
  WhereNode,
  type OperationNode,
} from 'kysely';
import type { Owned } from './scopes';

/** `name.column = $value`, where `name` is how the statement calls the table. */
export function ownedPredicate(name: string, rule: Owned): OperationNode {
  const column = ReferenceNode.create(ColumnNode.create(rule.column), TableNode.create(name));
  return BinaryOperationNode.create(column, OperatorNode.create('='), ValueNode.create(rule.value));
}

/** The predicates, and what was there before in parentheses: an OR in it must not reach around them. */
export function combine(predicates: readonly OperationNode[], existing: OperationNode | undefined): OperationNode | undefined {
  const [first, ...rest] = existing === undefined ? predicates : [...predicates, ParensNode.create(existing)];
  return first && rest.reduce((left, right) => AndNode.create(left, right), first);
}

export function narrowWhere(where: WhereNode | undefined, predicates: readonly OperationNode[]): WhereNode | undefined {
  if (predicates.length === 0) return where;
  const combined = combine(predicates, where?.where);
  return combined && WhereNode.create(combined);
}
