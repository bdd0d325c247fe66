import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeRedirect } from './safe-redirect';

const SITE = 'https://jixiao.example.gov.cn';

describe('safeRedirect', () => {
  test.each(['/', '/bureau', '/department/tasks?year=2024&tab=checks#cell-LZ-03', '/排名?类别=综合', '/a%2f%2fb'])('keeps %s on this site', (target) => {
    expect(decodeURI(safeRedirect(target, '/home'))).toBe(decodeURI(target));
  });

  test.each([
    undefined,
    null,
    7,
    '',
    'bureau',
    'https://elsewhere.example',
    'HTTPS:elsewhere.example',
    '//elsewhere.example',
    '///elsewhere.example',
    '/\\elsewhere.example',
    '\\/elsewhere.example',
    '/\t/elsewhere.example',
    '/\n//elsewhere.example',
    ' //elsewhere.example',
    '/.//elsewhere.example',
    '/..//elsewhere.example',
    '/%2e//elsewhere.example',
    '/a/..//elsewhere.example',
    'javascript:alert(1)',
    '/a\u0000b',
    `/${'a'.repeat(3000)}`,
  ])('answers %j with the fallback', (target) => {
    expect(safeRedirect(target, '/home')).toBe('/home');
  });

  test('never leaves the site, whatever is put together', () => {
    const piece = fc.constantFrom('/', '\\', '//', '.', '..', ':', '@', '?', '#', '%2f', '%5c', '%2e', '\t', '\n', '\r', '\u00a0', '\ufeff', 'elsewhere.example', 'https', 'javascript', 'a', '。', '／');
    const mixed = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (target) => {
        const result = safeRedirect(target, '/home');
        expect(result.startsWith('/')).toBe(true);
        expect(new URL(result, SITE).origin).toBe(SITE);
        // A browser resolves it against any page of the site.
        expect(new URL(result, `${SITE}/a/b?c`).origin).toBe(SITE);
        expect(safeRedirect(result, '/home')).toBe(result);
      }),
      { numRuns: 1000 },
    );
  }, 30_000);
});
