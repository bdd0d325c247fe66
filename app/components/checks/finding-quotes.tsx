import type { Quote } from '~/app/domain/narrative/prose';

/** The sentences a finding is about, as they stand in the report, each under the name of its section. */
export function FindingQuotes({ quotes }: { quotes: readonly Quote[] | undefined }) {
  if (quotes === undefined || quotes.length === 0) return null;
  return (
    <ul className="finding-quotes">
      {quotes.map((quote) => (
        <li key={`${quote.passage} ${quote.start}`}>
          <cite>{quote.title}</cite>
          <q>{quote.text.replace(/\s*\n\s*/g, '')}</q>
        </li>
      ))}
    </ul>
  );
}
