/** Line numbers, from 1, of places in a text. */
export function createLineCounter(text: string): (place: number) => number {
  const starts = [0, ...[...text.matchAll(/\r\n|[\n\r\u0085\u2028\u2029]/g)].map((match) => match.index + match[0].length)];
  return (place) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= place) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
