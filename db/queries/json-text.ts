/**
 * The text of a jsonb parameter. pg would write a JavaScript array as an SQL array; sent as text, objects and arrays arrive alike, and the
 * server parses them once.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value);
}
