/**
 * Keeps what `make` gives for a text, for the first `limit` texts: units, weights and spellings come again and again, but texts come from people, so their
 * number is bounded. `make` is pure.
 */
export function remembering<Made>(limit: number, make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size < limit) known.set(text, made);
    return made;
  };
}
