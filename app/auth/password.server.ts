import { hash, verify, type Options } from '@node-rs/argon2';
import { randomBytes, randomInt } from 'node:crypto';
import { limitConcurrency } from './limit-concurrency';

/** argon2id (the library's default variant) with 19 MiB, two passes, one lane. */
const POLICY = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

const POLICY_PREFIX = `$argon2id$v=19$m=${POLICY.memoryCost},t=${POLICY.timeCost},p=${POLICY.parallelism}$`;

/** Each hash takes 19 MiB and a whole core: more at once would slow every other page. */
const inTurn = limitConcurrency(4);

/** The same password typed on another keyboard or system may arrive in another Unicode form. */
const canonical = (password: string): string => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(canonical(password), POLICY));
}

let decoy: Promise<string> | undefined;

/**
 * Checks a password against a stored hash. Without a hash (no such user) the same work is done against a decoy, so that the time does not
 * tell whether the account exists. `isOutdated`: right, but made under an older policy; hash it anew while the password is at hand.
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<{ isRight: boolean; isOutdated: boolean }> {
  decoy ??= hashPassword(randomBytes(32).toString('base64'));
  const against = storedHash ?? (await decoy);
  const matches = await inTurn(() => verify(against, canonical(password)));
  const isRight = matches && storedHash !== null;
  return { isRight, isOutdated: isRight && !against.startsWith(POLICY_PREFIX) };
}

/** Letters and digits that cannot be taken for one another on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Four groups of four: about 93 bits, readable over the telephone. */
export function generateInitialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
