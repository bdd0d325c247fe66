import type { ReactNode } from 'react';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

interface ChoiceFieldProps {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  /** First line, with an empty value: “全部岗位”, “请选择部门”. */
  readonly none: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly label?: ReactNode;
  readonly isInvalid?: boolean;
  readonly isWide?: boolean;
}

function groupsOf(choices: readonly Choice[]): ReadonlyMap<string, readonly Choice[]> {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) groups.set(choice.group ?? '', [...(groups.get(choice.group ?? '') ?? []), choice]);
  return groups;
}

const options = (choices: readonly Choice[]) =>
  choices.map((choice) => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  ));

/** A plain select: part of its form without scripts, known to every keyboard and screen reader. */
export function ChoiceField({ id, name, choices, none, value = '', onChange, label, isInvalid = false, isWide = false }: ChoiceFieldProps) {
  return (
    <>
      {label === undefined ? null : <label htmlFor={id}>{label}</label>}
      <select
        id={id}
        name={name}
        className={isWide ? 'choice choice-wide' : 'choice'}
        aria-label={label === undefined ? none : undefined}
        aria-invalid={isInvalid || undefined}
        {...(onChange ? { value, onChange: (event) => onChange(event.target.value) } : { defaultValue: value })}
      >
        <option value="">{none}</option>
        {[...groupsOf(choices)].map(([group, members]) =>
          group === '' ? (
            options(members)
          ) : (
            <optgroup key={group} label={group}>
              {options(members)}
            </optgroup>
          ),
        )}
      </select>
    </>
  );
}
