import {
  AliasNode,
  CastNode,
  ColumnNode,
  DataTypeNode,
  FromNode,
  IdentifierNode,
  ParensNode,
  PrimitiveValueListNode,
  ReferenceNode,
  SelectionNode,
  SelectQueryNode,
  TableNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  type ColumnUpdateNode,
  type InsertQueryNode,
  type OnConflictNode,
  type OperationNode,
  type ValuesItemNode,
} from 'kysely';
import { narrowWhere, ownedPredicate } from './predicates';
import { refuse } from './refusal';
import type { Owned } from './scopes';

/** Rows never change their owner. */
export function refuseOwnedColumn(updates: readonly ColumnUpdateNode[] | undefined, rule: Owned): void {
  for (const update of updates ?? []) {
    const column = ReferenceNode.is(update.column) ? update.column.column : update.column;
    if (!ColumnNode.is(column)) refuse(`an update of ${column.kind} in the place of a column`);
    if (column.column.name === rule.column) refuse(`${rule.column} is never updated`);
  }
}

/** Adds the owner to every inserted row, or checks the one that is given; keeps ON CONFLICT inside the owner's rows. */
export function rewriteInsert(insert: InsertQueryNode, name: string, rule: Owned): InsertQueryNode {
  const { columns, values } = insert;
  if (!columns || !values || insert.defaultValues) return refuse('an insert needs its columns and values');
  const onConflict = insert.onConflict && narrowConflict(insert.onConflict, name, rule);
  const at = columns.findIndex((column) => column.column.name === rule.column);
  if (at >= 0) {
    checkRows(values, at, rule);
    return { ...insert, onConflict };
  }
  return { ...insert, columns: [...columns, ColumnNode.create(rule.column)], values: withOwner(values, rule), onConflict };
}

function checkRows(values: OperationNode, at: number, rule: Owned): void {
  if (!ValuesNode.is(values)) return refuse(`leave ${rule.column} out of an insert … select: it is added`);
  for (const row of values.values) {
    const given: unknown = PrimitiveValueListNode.is(row) ? row.values[at] : valueOf(ValueListNode.is(row) ? row.values[at] : undefined);
    if (given !== rule.value) refuse(`an insert with another ${rule.column} than its transaction's`);
  }
}

function valueOf(node: OperationNode | undefined): unknown {
  return node && ValueNode.is(node) ? node.value : undefined;
}

function withOwner(values: OperationNode, rule: Owned): OperationNode {
  if (ValuesNode.is(values)) return ValuesNode.create(values.values.map((row) => rowWithOwner(row, rule)));
  if (SelectQueryNode.is(values)) return selectWithOwner(values, rule);
  return refuse(`an insert of ${values.kind}: use values or a select`);
}

function rowWithOwner(row: ValuesItemNode, rule: Owned): ValuesItemNode {
  return PrimitiveValueListNode.is(row)
    ? PrimitiveValueListNode.create([...row.values, rule.value])
    : ValueListNode.create([...row.values, ValueNode.create(rule.value)]);
}

/** `select s.*, $owner from (…) as s`: right for unions and set-returning selections alike. */
function selectWithOwner(select: SelectQueryNode, rule: Owned): SelectQueryNode {
  const alias = 'inserted_rows';
  const source = AliasNode.create(ParensNode.create(select), IdentifierNode.create(alias));
  const all = SelectionNode.createSelectAllFromTable(TableNode.create(alias));
  const owner = AliasNode.create(CastNode.create(ValueNode.create(rule.value), DataTypeNode.create('uuid')), IdentifierNode.create(rule.column));
  return SelectQueryNode.cloneWithSelections({ kind: 'SelectQueryNode', from: FromNode.create([source]) }, [all, SelectionNode.create(owner)]);
}

function narrowConflict(conflict: OnConflictNode, name: string, rule: Owned): OnConflictNode {
  if (conflict.indexExpression) return refuse('ON CONFLICT on an expression: name the columns of a key');
  if (conflict.columns && !conflict.columns.some((column) => column.column.name === rule.column)) {
    return refuse(`ON CONFLICT on columns without ${rule.column}: every key begins with it`);
  }
  if (!conflict.updates) return conflict;
  refuseOwnedColumn(conflict.updates, rule);
  return { ...conflict, updateWhere: narrowWhere(conflict.updateWhere, [ownedPredicate(name, rule)]) };
}
