/**
 * The target when it is an absolute path on this site, otherwise the fallback. Browsers read `\` as `/`, drop tabs and line breaks, and
 * take `//host` as another site, so those are refused before and after URL parsing.
 */
export function safeRedirect(target: unknown, fallback: string): string {
  if (typeof target !== 'string' || target.length > 2048) return fallback;
  if (!target.startsWith('/') || target.startsWith('//') || /[\\\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/.test(target)) return fallback;
  const base = 'https://same-site.invalid';
  if (!URL.canParse(target, base)) return fallback;
  const url = new URL(target, base);
  const path = url.pathname + url.search + url.hash;
  // "/.//host" parses to the path "//host".
  return url.origin === base && !path.startsWith('//') ? path : fallback;
}
