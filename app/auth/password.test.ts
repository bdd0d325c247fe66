import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { generateInitialPassword, hashPassword, verifyPassword } from './password.server';

describe('passwords', () => {
  it('are stored as argon2id with 19 MiB, two passes and one lane', async () => {
    expect(await hashPassword('不是口令')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each([
    ['of 64 characters', 'x'.repeat(63) + 'y', 'x'.repeat(64)],
    ['of more than 72 bytes', '绩'.repeat(30) + 'a', '绩'.repeat(30) + 'b'],
    ['with a space at the end', 'Hengji-2024 ', 'Hengji-2024'],
    ['in other case', 'Hengji-2024', 'hengji-2024'],
  ])('%s are compared whole', async (_name, password, similar) => {
    const stored = await hashPassword(password);
    expect(await verifyPassword(stored, password)).toEqual({ isRight: true, isOutdated: false });
    expect(await verifyPassword(stored, similar)).toEqual({ isRight: false, isOutdated: false });
  });

  it('match whichever Unicode form the keyboard sends', async () => {
    const stored = await hashPassword('caf\u00e9\uff11');
    expect((await verifyPassword(stored, 'cafe\u03011')).isRight).toBe(true);
  });

  it('made under an older policy are right and due for a new hash', async () => {
    const old = await hash('old-password', { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    expect(await verifyPassword(old, 'old-password')).toEqual({ isRight: true, isOutdated: true });
    expect(await verifyPassword(old, 'other')).toEqual({ isRight: false, isOutdated: false });
  });

  it('are wrong when there is no account, whatever is typed', async () => {
    expect(await verifyPassword(null, '')).toEqual({ isRight: false, isOutdated: false });
    expect(await verifyPassword(null, 'anything')).toEqual({ isRight: false, isOutdated: false });
  });

  it('handed out at first are readable and differ', () => {
    const made = new Set(Array.from({ length: 200 }, generateInitialPassword));
    expect(made.size).toBe(200);
    for (const password of made) expect(password).toMatch(/^([a-km-zA-HJ-NP-Z2-9]{4}-){3}[a-km-zA-HJ-NP-Z2-9]{4}$/);
  });
});
