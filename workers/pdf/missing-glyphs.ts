import type { Coverage } from './cmap';

/** Characters that draw nothing by themselves: controls, format characters, variation selectors, spaces and line ends. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Zl}\p{Zp}\p{Zs}]/u;

/** The visible characters of `text` that `coverage` lacks, each once, in order of first appearance. Lone surrogates count as missing. */
export function findMissingGlyphs(text: string, coverage: Coverage): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (!coverage.has(character.codePointAt(0) ?? 0) && !missing.has(character) && !INVISIBLE.test(character)) missing.add(character);
  }
  return [...missing];
}

const NUMERIC_REFERENCE = /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi;

/**
 * Every character a document may show. Markup counts too: it is ASCII, which each face holds, so telling it from text is not needed.
 */
export function charactersOf(html: string): string {
  const named = [...html.matchAll(NUMERIC_REFERENCE)].map(([, hex, decimal]) => {
    const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return html + named.join('');
}
