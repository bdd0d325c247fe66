import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { SubmitButton } from '../ui/submit-button';
import { UiForm } from '../ui/ui-host';

export interface ConfirmActionProps {
  /** The command, e.g. “停用账号”. */
  readonly label: string;
  /** What will happen to whom, and how to undo it. */
  readonly consequence: string;
  readonly pendingText: string;
  /** Hidden fields of the form that is sent. */
  readonly fields: Readonly<Record<string, string>>;
  readonly isDanger?: boolean;
  readonly size?: 'small' | 'middle';
}

/** A command that says what it will do before it does it. */
export function ConfirmAction({ label, consequence, pendingText, fields, isDanger = true, size = 'middle' }: ConfirmActionProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  useEffect(() => {
    if (isOpen) box.current?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <span className="confirm">
      <Button ref={opener} size={size} danger={isDanger} aria-expanded={isOpen} onClick={() => (isOpen ? close() : setOpen(true))}>
        {label}
      </Button>
      {isOpen ? (
        <div className="confirm-box" role="dialog" aria-labelledby={title} tabIndex={-1} ref={box} onKeyDown={(event) => (event.key === 'Escape' ? close() : undefined)}>
          <p id={title}>{consequence}</p>
          <UiForm method="post">
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SubmitButton pendingText={pendingText} kind={isDanger ? 'danger' : 'primary'} size={size}>
              {`确认${label}`}
            </SubmitButton>
            <Button size={size} onClick={close}>
              取消
            </Button>
          </UiForm>
        </div>
      ) : null}
    </span>
  );
}
