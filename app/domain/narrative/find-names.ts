import { type NameForm, nameForms } from './name-forms';
import type { NamedIndicator } from './prose';

/** A name of an indicator found in a half-width text. */
export interface FoundName {
  readonly indicator: NamedIndicator;
  readonly kind: NameForm['kind'];
  readonly from: number;
  readonly to: number;
}

export type NameFinder = (text: string) => readonly FoundName[];

/**
 * Prepares the names of a form's indicators once for any number of texts. Where forms overlap, the better kind wins, then the longer one; a
 * stretch that is a name of two indicators is a name of neither.
 */
export function createNameFinder(indicators: readonly NamedIndicator[]): NameFinder {
  const prepared = nameForms(indicators).map((form) => ({ form, pattern: new RegExp(form.pattern, 'g') }));
  return (text) => {
    const taken = new Uint8Array(text.length);
    const found = new Map<string, FoundName & { ambiguous: boolean }>();
    for (const { form, pattern } of prepared) {
      if (!text.includes(form.opening) || (form.leftOut !== '' && !text.includes(form.leftOut))) continue;
      for (const match of text.matchAll(pattern)) {
        const from = match.index;
        const to = from + match[0].length;
        if (match[0].length < form.least) continue;
        const same = found.get(`${from}-${to}`);
        if (same && same.indicator.key !== form.indicator.key) {
          if (same.kind === form.kind) same.ambiguous = true;
          continue;
        }
        if (same || taken.subarray(from, to).some((mark) => mark === 1)) continue;
        taken.fill(1, from, to);
        found.set(`${from}-${to}`, { indicator: form.indicator, kind: form.kind, from, to, ambiguous: false });
      }
    }
    return [...found.values()]
      .filter(({ ambiguous }) => !ambiguous)
      .map(({ indicator, kind, from, to }) => ({ indicator, kind, from, to }))
      .sort((left, right) => left.from - right.from);
  };
}
