import type { ReactNode } from 'react';

export interface Definition {
  readonly term: string;
  readonly value: ReactNode;
  /** Takes the whole row, for long text. */
  readonly isWide?: boolean;
}

/** Term and value pairs in one, two, three or four columns (fewer on narrow screens). */
export function DefinitionList({ items, columns = 2 }: { items: readonly Definition[]; columns?: 1 | 2 | 3 | 4 }) {
  return (
    <dl className={`definitions definitions-${columns}`}>
      {items.map((item) => (
        <div key={item.term} className={item.isWide ? 'definition definition-wide' : 'definition'}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
