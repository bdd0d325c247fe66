/** Longest accepted typed text by purpose, in characters. */
export const MAX_LENGTH = {
  figure: 60,
  line: 200,
  reason: 2000,
  text: 20000,
} as const;
