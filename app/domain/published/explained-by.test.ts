import { describe, expect, it } from 'vitest';
import { fraction } from '../shared/fraction-text';
import { explainedBy } from './explained-by';

const explain = (computed: string | null, published: string | null, weight: string | null): string | null => {
  const [exact, printed, worth] = [computed, published, weight].map((text) => (text === null ? null : fraction(text)));
  return explainedBy({ computed: exact!, published: printed!, weight: worth! });
};

describe('how a published score follows from the computed one', () => {
  it.each([
    ['8', '8', '8', 'exact'],
    ['7.927', '7.93', '10', 'exact'],
    ['931/108', '8.62', '10', 'exact'],
    ['8.615', '8.62', '10', 'exact'],
    ['8.6149', '8.61', '10', 'exact'],
    ['1.946', '1.9', '2', 'rounded-1dp'],
    ['8.65', '8.7', '10', 'rounded-1dp'],
    ['931/108', '9', '10', 'rounded-integer'],
    ['8.5', '9', '10', 'rounded-integer'],
    ['1.8971', '1.8', '2', 'floored'],
    ['9.9101', '9', '10', 'floored'],
    ['9.99', '9.9', '10', 'floored'],
    ['30', '27', '30', 'met-but-reduced'],
    ['1.2', '2', '2', 'full-although-missed'],
    ['1.6936', '1.9', '2', 'unexplained'],
    ['10', '99', '10', 'unexplained'],
    ['9.5', '10', '10', 'rounded-integer'],
    ['9.97', '10', '10', 'rounded-1dp'],
    ['0', '0', '10', 'exact'],
    ['0', '10', '10', 'full-although-missed'],
    ['10', '0', '10', 'met-but-reduced'],
    [null, '10', '10', 'not-computable'],
    ['10', '10', null, 'not-computable'],
    ['10', null, '10', null],
    [null, null, null, null],
  ])('%s published as %s of %s: %s', (computed, published, weight, expected) => {
    expect(explain(computed, published, weight)).toBe(expected);
  });
});
