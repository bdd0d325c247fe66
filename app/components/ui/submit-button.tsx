import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useUiHost } from './ui-host';

export interface SubmitButtonProps {
  readonly children: ReactNode;
  /** What it says while the form is on its way, e.g. "正在登录…". */
  readonly pendingText: string;
  /** With several submit buttons on a page: only the one whose name and value are being sent shows the waiting state. */
  readonly name?: string;
  readonly value?: string;
  readonly kind?: 'primary' | 'default' | 'danger';
  readonly size?: 'small' | 'middle' | 'large';
  readonly isDisabled?: boolean;
  readonly isBlock?: boolean;
  /** Id of the form, when the button stands outside it. */
  readonly form?: string;
}

/** Works without scripts; with them it is inert while its form is being sent, so that a double click sends once. */
export function SubmitButton({ children, pendingText, name, value, kind = 'primary', size, isDisabled = false, isBlock = false, form }: SubmitButtonProps) {
  const submission = useUiHost().useSubmission();
  const isPending = submission !== null && (name === undefined || submission.get(name) === (value ?? ''));
  return (
    <Button htmlType="submit" type={kind === 'primary' ? 'primary' : 'default'} danger={kind === 'danger'} size={size} name={name} value={value} form={form} block={isBlock} disabled={isDisabled || submission !== null} aria-busy={isPending}>
      {isPending ? pendingText : children}
    </Button>
  );
}
