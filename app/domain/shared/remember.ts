/**
 * Keeps what `make` gives for a text, for the first `limit` texts: units, weights and spellings come again and again, but texts come from people, so their
 * number is bounded. `make` is pure.
 */
export function remembering<Made, Text extends string = string>(limit: number, make: (text: Text) => Made): (text: Text) => Made {
  const known = new Map<Text, Made>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size < limit) known.set(text, made);
    return made;
  };
}

/** The same for parts of texts. A part of one or two characters is not cut out of its text to be looked up: the codes of both make one whole number. */
export function rememberingPart<Made>(limit: number, make: (part: string) => Made): (text: string, start: number, end: number) => Made {
  const known = new Map<number, Made>();
  const inText = remembering(limit, make);
  return (text, start, end) => {
    const length = end - start;
    const first = length > 0 ? text.charCodeAt(start) : 0;
    if (length > 2 || first === 0) return inText(text.slice(start, end));
    const key = length === 1 ? first : (first << 16) | text.charCodeAt(start + 1);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(text.slice(start, end));
    if (known.size < limit) known.set(key, made);
    return made;
  };
}
