import { Fragment, type ReactNode } from 'react';
import { UiLink } from './ui-host';

export interface Crumb {
  readonly to: string;
  readonly label: string;
}

export interface PageHeadProps {
  readonly title: string;
  /** Where the page hangs: the pages above it, topmost first. */
  readonly crumbs?: readonly Crumb[];
  readonly state?: ReactNode;
  /** One line: deadline, version, people. */
  readonly facts?: readonly ReactNode[];
  /** At most one primary action. */
  readonly action?: ReactNode;
}

export function PageHead({ title, crumbs = [], state, facts = [], action }: PageHeadProps) {
  return (
    <header className="page-head">
      <div className="page-head-main">
        {crumbs.length === 0 ? null : (
          <nav className="crumbs" aria-label="所在位置">
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb.to}>
                {index === 0 ? null : <span aria-hidden="true"> / </span>}
                <UiLink to={crumb.to}>{crumb.label}</UiLink>
              </Fragment>
            ))}
          </nav>
        )}
        <div className="page-head-title">
          <h1>{title}</h1>
          {state}
        </div>
        {facts.length === 0 ? null : (
          <ul className="page-head-facts">
            {facts.map((fact, index) => (
              <li key={index}>{fact}</li>
            ))}
          </ul>
        )}
      </div>
      {action === undefined ? null : <div className="page-head-action">{action}</div>}
    </header>
  );
}
