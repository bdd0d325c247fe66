import { useEffect, useRef } from 'react';

export interface FieldError {
  /** Id of the field to jump to. */
  readonly field: string;
  /** What is wrong and what to do, as a sentence. */
  readonly message: string;
}

/** Everything that stands in the way of a form, each line jumping to its field. Takes the focus when it appears. */
export function ErrorSummary({ title = '请先更正以下内容', errors }: { title?: string; errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            <a
              href={`#${error.field}`}
              onClick={(event) => {
                const field = document.getElementById(error.field);
                if (field === null) return;
                event.preventDefault();
                field.scrollIntoView({ block: 'center' });
                field.focus({ preventScroll: true });
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
