import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, hashOf } from './canonical-json';

it('sorts keys at every depth and leaves strings alone', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é\u0065\u0301 “中”\n' }], a: true, 商: -0, x: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"ée\u0301 “中”\\n","d":null}],"商":0}',
  );
});

it.each([[0.1], [Number.NaN], [2 ** 60], [undefined], [[undefined]], [() => 1]])('refuses %s', (value) => expect(() => canonicalJson(value)).toThrow());

it('does not depend on the order of keys and reads back the same', () => {
  const text = fc.string({ unit: 'grapheme' });
  const document = fc.anything({ key: text, values: [fc.integer(), text, fc.boolean(), fc.constant(null)], maxDepth: 3 });
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, shuffled(member)]),
    );
  };
  fc.assert(
    fc.property(document, (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 500 },
  );
});

it('hashes the UTF-8 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(hashOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});
