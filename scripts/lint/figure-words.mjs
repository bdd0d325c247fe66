/** Words of a name that speak of money, points or what they are measured by. A name with one of them never holds a JavaScript number. */
export const FIGURE_WORDS = new Set(
  (
    'score scores points weight weights total totals subtotal subtotals grade ' +
    'money amount amounts budget budgets executed expenditure expenditures spending spent funding funds funded paid payment revenue income cost costs price balance surplus carryover ' +
    'yuan fen rate rates ratio ratios percent percents percentage share shares proportion deduction deductions bonus cap caps floor target targets actual actuals ' +
    'sum sums difference differences deviation deviations excess gap average mean median minimum maximum quartile percentile tolerance threshold thresholds'
  ).split(' '),
);

/** What such a name may be about instead, as its last word or the one before "of" and "per": `scoreCount`, `totalRow`, `lengthOfTarget` are whole numbers by nature. */
export const OTHER_HEADS = new Set(
  (
    'count counts departments bureaus digits decimals place places index indices rank ranks position order ordinal at ' +
    'line lines row rows column columns page pages width widths length lengths height size sizes limit limits version'
  ).split(' '),
);

/** First words of what puts figures in an order: `compareTotals`, `byScore`. */
export const OTHER_VERBS = new Set('compare sort order rank count by'.split(' '));

/** Last words of what holds such numbers under the names of figures: `COLUMN_WIDTHS = { target: 12 }`. */
export const OTHER_HOLDERS = new Set('count counts digits decimals indices ranks order widths lengths heights sizes limits positions'.split(' '));

/** Members that count departments and whose name has to stay, because stored rankings have it. */
export const COUNTED_MEMBERS = new Set(['statistics.total', 'BureauColumn.total']);

/** "annualBudget", "annual_budget", "ANNUAL_BUDGET" → ["annual", "budget"]. */
export function wordsOf(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** The word a name is about: its last one, or the one before "of" and "per". */
function headOf(words) {
  const link = words.findIndex((word, index) => index > 0 && (word === 'of' || word === 'per'));
  return words[link > 0 ? link - 1 : words.length - 1] ?? '';
}

/** Whether a name speaks of a figure that must stay exact, not of a count, a place, a size or an order. */
export function isFigureName(name) {
  const words = wordsOf(name);
  return words.some((word) => FIGURE_WORDS.has(word)) && !OTHER_HEADS.has(headOf(words)) && !OTHER_VERBS.has(words[0] ?? '');
}

/** Whether the members of what has this name are counts, places or sizes whatever they are called. */
export function holdsOther(name) {
  return OTHER_HOLDERS.has(headOf(wordsOf(name)));
}
