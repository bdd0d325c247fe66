import { createContext, type AnchorHTMLAttributes, type ComponentType, type ReactNode, useContext } from 'react';

export interface HostFormProps {
  readonly action?: string;
  readonly method: 'get' | 'post';
  readonly className?: string;
  readonly id?: string;
  /** Set where the page shows its own sentence beside a field instead of the browser's bubble. */
  readonly noValidate?: boolean;
  readonly children?: ReactNode;
}

export interface HostLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: string;
  readonly children?: ReactNode;
}

/** What components need from the web framework. They take it from here, so that none of them imports the framework. */
export interface UiHost {
  readonly Link: ComponentType<HostLinkProps>;
  readonly Form: ComponentType<HostFormProps>;
  /** Path of the page shown, without query. */
  usePath(): string;
  /** The form being sent right now, null when none. */
  useSubmission(): FormData | null;
}

const plainHost: UiHost = {
  Link: ({ to, children, ...rest }) => (
    <a {...rest} href={to}>
      {children}
    </a>
  ),
  Form: (props) => <form {...props} />,
  usePath: () => '',
  useSubmission: () => null,
};

const UiHostContext = createContext<UiHost>(plainHost);

export const UiHostProvider = UiHostContext.Provider;

export function useUiHost(): UiHost {
  return useContext(UiHostContext);
}

/** A link inside the site: no page reload where the framework can avoid it. */
export function UiLink(props: HostLinkProps) {
  const { Link } = useUiHost();
  return <Link {...props} />;
}

/** A form inside the site: keeps the page while it is being sent, and works without scripts as well. */
export function UiForm(props: HostFormProps) {
  const { Form } = useUiHost();
  return <Form {...props} />;
}
