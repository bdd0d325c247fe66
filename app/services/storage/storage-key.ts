const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const MAX_SEGMENTS = 8;

/**
 * Splits a key into its segments. A key is made by the server, so a bad one is a bug and throws: no empty segment, none that begins with a
 * dot, nothing that a file system or a URL reads as a path of its own.
 */
export function segmentsOfKey(key: string): readonly string[] {
  const segments = key.split('/');
  if (segments.length > MAX_SEGMENTS || !segments.every((segment) => SEGMENT.test(segment))) throw new Error(`Not a storage key: ${JSON.stringify(key).slice(0, 200)}`);
  return segments;
}
