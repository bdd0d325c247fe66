export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 1000;

/** `too_simple`: few different characters, digits only, or one run of neighbours. `holds_names`: the person's or an office's name is in it. */
export type PasswordProblem = 'too_short' | 'too_long' | 'too_simple' | 'holds_names';

const MIN_DISTINCT = 5;

/** 123456…, abcdef…, fedcba…: each character the neighbour of the one before, in one direction. */
function isRun(characters: readonly string[]): boolean {
  const steps = characters.slice(1).map((character, at) => (character.codePointAt(0) ?? 0) - (characters[at]?.codePointAt(0) ?? 0));
  return steps.length > 0 && Math.abs(steps[0] ?? 0) === 1 && steps.every((step) => step === steps[0]);
}

/** Why a person may not choose this password; null when they may. `names`: account, person and offices, refused as parts of three characters or more. */
export function findPasswordProblem(password: string, names: readonly string[]): PasswordProblem | null {
  const canonical = password.normalize('NFKC').toLowerCase();
  const characters = [...canonical];
  if (characters.length < MIN_PASSWORD_LENGTH) return 'too_short';
  if (characters.length > MAX_PASSWORD_LENGTH) return 'too_long';
  if (new Set(characters).size < MIN_DISTINCT || /^\d+$/.test(canonical) || isRun(characters)) return 'too_simple';
  const words = names.map((name) => name.normalize('NFKC').toLowerCase()).filter((name) => [...name].length >= 3);
  return words.some((word) => canonical.includes(word)) ? 'holds_names' : null;
}
