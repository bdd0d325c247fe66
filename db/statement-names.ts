import { createHash } from 'node:crypto';

const kept = 500;
const uses = new Map<string, number>();
const names = new Map<string, string>();

/**
 * A name for a statement that keeps coming back: the server then parses and plans it once per connection, which for a join behind policies
 * costs more than running it. Texts that differ with every call (lists of changing length) stay nameless, and the number of names is bounded.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= kept) return known;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < 3) {
    if (uses.size >= 4 * kept) uses.clear();
    uses.set(text, count);
    return undefined;
  }
  uses.delete(text);
  const name = `h${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
  names.set(text, name);
  return name;
}
