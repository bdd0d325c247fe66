/** For each row how many rows its merged cell spans; 0 where the cell above covers it. `same` compares neighbours. */
export function mergedSpans<Row>(rows: readonly Row[], same: (left: Row, right: Row) => boolean): number[] {
  const spans = rows.map(() => 1);
  let first = 0;
  for (let index = 1; index < rows.length; index += 1) {
    if (same(rows[index - 1]!, rows[index]!)) {
      spans[first] = (spans[first] ?? 0) + 1;
      spans[index] = 0;
    } else {
      first = index;
    }
  }
  return spans;
}
