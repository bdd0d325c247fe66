import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react';
import type { ReactNode } from 'react';
import antdStyles from '~/.cache/antd.css?url';
import { AntdProvider } from '~/app/components/ui/antd-provider';
import { UiHostProvider } from '~/app/components/ui/ui-host';
import { REQUEST_ID_META, usePageFacts } from '~/app/http/page-facts';
import { remixUiHost } from '~/app/routes/remix-ui-host';
import appStyles from '~/app/styles/app.css?url';

export const meta: MetaFunction = () => [{ title: '衡绩' }];

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'stylesheet', href: antdStyles },
  { rel: 'stylesheet', href: appStyles },
];

/** Drawn around pages and around the error page alike, so it reads nothing that can fail. */
export function Layout({ children }: { children: ReactNode }) {
  const { nonce, requestId } = usePageFacts();
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name={REQUEST_ID_META} content={requestId} />
        <Meta />
        <Links />
      </head>
      <body>
        <UiHostProvider value={remixUiHost}>
          <AntdProvider>{children}</AntdProvider>
        </UiHostProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export { WholePageError as ErrorBoundary } from '~/app/routes/route-error';
