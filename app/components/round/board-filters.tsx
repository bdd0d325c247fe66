import { UiLink } from '~/app/components/ui/ui-host';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** A row of links that narrow a list; the choice lives in the URL, so back and bookmarks work. */
export function BoardFilters({ label, options, chosen, linkOf }: { label: string; options: readonly FilterOption[]; chosen: string; linkOf: (value: string) => string }) {
  return (
    <nav className="filters" aria-label={label}>
      {options.map((option) => (
        <UiLink key={option.value} to={linkOf(option.value)} aria-current={option.value === chosen ? 'true' : undefined}>
          {option.label} <span>{option.count}</span>
        </UiLink>
      ))}
    </nav>
  );
}
