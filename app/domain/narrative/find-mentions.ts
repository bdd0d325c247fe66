import { inUnit } from './figure-value';
import { type PlacedFigure, placedFigures } from './find-figures';
import { createNameFinder, type FoundName, type NameFinder } from './find-names';
import { type Paragraph, paragraphsOf } from './paragraphs';
import type { Mention, NamedIndicator, Passage } from './prose';
import { connection, IS_NO_VALUE, isNameAlone, isOtherTime, yearNamed } from './said-of';
import { quoteOf, type Stretch, stretchesOf } from './sentences';

/** Measures and tasks speak of what is to come, 部门职能 of nothing that was measured. */
const SILENT: ReadonlySet<Passage['role']> = new Set(['measures', 'tasks', 'basics']);

const finders = new WeakMap<readonly NamedIndicator[], NameFinder>();

/** Names are prepared once per list of indicators. */
export function nameFinderOf(indicators: readonly NamedIndicator[]): NameFinder {
  const known = finders.get(indicators);
  if (known) return known;
  const finder = createNameFinder(indicators);
  finders.set(indicators, finder);
  return finder;
}

/**
 * The figures that one passage says of indicators. A figure is a mention only when the indicator's name stands in the same sentence, nothing but
 * words of saying lie between, the unit fits and no word makes it another scope, another time or a plan; what is doubtful is no mention.
 */
export function findMentions(passage: Passage, indicators: readonly NamedIndicator[]): readonly Mention[] {
  if (SILENT.has(passage.role)) return [];
  return paragraphsOf(passage).flatMap((paragraph) => {
    if (!/\d/.test(paragraph.text)) return [];
    const names = nameFinderOf(indicators)(paragraph.text);
    return names.length === 0 ? [] : mentionsIn(passage, paragraph, names);
  });
}

function mentionsIn(passage: Passage, paragraph: Paragraph, names: readonly FoundName[]): readonly Mention[] {
  // A digit inside a name ("12345工单按期办结率") is no figure.
  const figures = placedFigures(passage, paragraph).filter(({ from }) => !names.some((name) => from >= name.from && from < name.to));
  return stretchesOf(paragraph).flatMap((stretch) =>
    names
      .filter(({ from, to }) => from >= stretch.from && to <= stretch.to)
      .flatMap((name) => {
        if (!isNameAlone(paragraph.text, name.from, stretch.from)) return [];
        const until = names.find(({ from }) => from >= name.to)?.from ?? stretch.to;
        const own = figures.filter(({ from }) => from >= name.to && from < Math.min(until, stretch.to));
        return mentionsOf(passage, stretch, name, own);
      }),
  );
}

function mentionsOf(passage: Passage, stretch: Stretch, name: FoundName, figures: readonly PlacedFigure[]): readonly Mention[] {
  const { text } = stretch.paragraph;
  const mentions: Mention[] = [];
  let reached = name.to;
  for (const { figure, lead, from, to } of figures.slice(0, 2)) {
    const between = text.slice(reached, from);
    const says = connection(between, text.slice(to, to + 12), mentions.length === 0 ? 'none' : 'target');
    const wordy = name.kind === 'bare' && text.slice(reached, lead) !== '' && !/^(?:达|增加到|扩大到|总数|共|为)/.test(text.slice(reached, lead));
    if (says === null || wordy || inUnit(figure, name.indicator.unit) === null) break;
    const before = text.slice(stretch.from, to);
    if (isOtherTime(before) || IS_NO_VALUE.test(text.slice(stretch.from, from))) break;
    const role = passage.role;
    mentions.push({
      indicator: name.indicator.key,
      says: role === 'objectives' ? 'target' : says,
      figure,
      year: yearNamed(before),
      role,
      quote: quoteOf(passage, stretch),
    });
    if (says === 'actual') break;
    reached = to;
  }
  return mentions;
}
