import { IdentifierNode, TableNode, type OperationNode, type RawBuilder, type RawNode } from 'kysely';
import { KNOWN_FUNCTIONS, KNOWN_WORDS } from './known-words';
import { refuse } from './refusal';
import type { Scope } from './scopes';
import { TENANT_TABLES } from './tenant-tables';

const allowed = new WeakSet<OperationNode>();

/**
 * Lets one raw statement or fragment through the tenant plugin unread. Whoever calls it has written the `bureau_id` predicate of every
 * tenant table by hand. The files that may call it are listed in allow-raw.test.ts.
 */
export function allowRaw<T>(fragment: RawBuilder<T>): RawBuilder<T> {
  allowed.add(fragment.toOperationNode());
  return fragment;
}

export function isAllowedRaw(node: OperationNode): boolean {
  return allowed.has(node);
}

const hidden = /["$;\\]|--|\/\*|'[^']*$/;
const tenantTables: ReadonlySet<string> = new Set(TENANT_TABLES);
const namesTenantTable = new RegExp(`\\b(${TENANT_TABLES.join('|')}|set_config|reset|query_to_xml\\w*|table_to_xml\\w*)\\b`, 'i');

/**
 * A fragment the plugin can see through: known words, figures, quoted texts and operators. It has no word that could bring in a table, a
 * statement or a setting; columns come in as `sql.ref(…)`, subqueries as builders.
 */
export function checkRawFragment(node: RawNode, scope: Scope): void {
  const text = node.sqlFragments.join(' ? ');
  if (scope.raw === 'names') {
    const identifiers = node.parameters.map(identifierOf);
    if (namesTenantTable.test(text) || identifiers.some((name) => name !== undefined && tenantTables.has(name))) {
      refuse(`raw SQL outside a bureau names a tenant table or a setting: ${text.trim()}`);
    }
    return;
  }
  const plain = text.replace(/'[^'\\]*'/g, ' ');
  if (hidden.test(plain)) refuse(`raw SQL with quoted names, comments or several statements: ${text.trim()}`);
  if (!isBalanced(plain)) refuse(`raw SQL with unbalanced parentheses: ${text.trim()}`);
  for (const match of plain.matchAll(/[a-z_][a-z0-9_]*/gi)) {
    const word = match[0].toLowerCase();
    if (!KNOWN_WORDS.has(word) && !KNOWN_FUNCTIONS.has(word)) {
      refuse(`raw SQL with the word "${match[0]}": use the query builder, sql.ref for columns, or allowRaw (${text.trim()})`);
    }
  }
  for (const parameter of node.parameters) {
    if (TableNode.is(parameter)) refuse('raw SQL around a table: use the query builder, or allowRaw');
  }
}

/** A fragment that closes a parenthesis it did not open reaches around the predicate it stands in. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function identifierOf(node: OperationNode): string | undefined {
  if (TableNode.is(node)) return node.table.identifier.name;
  return IdentifierNode.is(node) ? node.name : undefined;
}
