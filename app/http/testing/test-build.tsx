import type { ServerBuild } from '@remix-run/node';
import { isRouteErrorResponse, Outlet, Scripts, useRouteError } from '@remix-run/react';
import { usePageFacts } from '../page-facts';
import { framedDocumentHeaders } from '../security-headers.server';

/** What the routes below did, so that a test can tell whether an action ran. */
export interface Doings {
  actions: number;
  cancelledStreams: number;
}

/** Many short texts, so that characters of three bytes lie across every border of the renderer's buffer. */
export const CHINESE_WORDS = Array.from({ length: 3000 }, (_item, index) => `绩效自评${'x'.repeat(index % 4)}`);

/** Real parts of the product from other layers; the test hands them in. */
export interface RealParts {
  readonly entry: ServerBuild['entry']['module'];
  readonly notFound: () => Error;
  readonly forbidden: () => Error;
}

/** The parts of the production build the HTTP layer sees, over a handful of routes made for these tests. */
export function testBuild(doings: Doings, parts: RealParts): ServerBuild {
  const act = () => {
    doings.actions += 1;
    return Response.json({ done: true });
  };
  const modules: Record<string, { path: string; module: Record<string, unknown> }> = {
    page: { path: 'page', module: { default: () => <p>page</p>, loader: () => ({ figure: '94.98' }), action: act } },
    resource: { path: 'resource', module: { loader: () => new Response('resource'), action: act } },
    moved: { path: 'moved', module: { loader: () => new Response(null, { status: 302, headers: { Location: '/page' } }) } },
    absent: { path: 'absent', module: { default: () => null, loader: () => Promise.reject(parts.notFound()) } },
    closed: { path: 'closed', module: { default: () => null, loader: () => Promise.reject(parts.forbidden()) } },
    broken: { path: 'broken', module: { default: () => null, loader: () => Promise.reject(new Error('select secret_column from users')) } },
    chinese: { path: 'chinese', module: { default: () => CHINESE_WORDS.map((word, index) => <i key={index}>{word}</i>), loader: () => null } },
    unrenderable: { path: 'unrenderable', module: { default: Unrenderable, loader: () => null } },
    framed: { path: 'framed', module: { loader: () => new Response('<p>report</p>', { headers: { 'Content-Type': 'text/html', ...framedDocumentHeaders() } }) } },
    url: { path: 'url', module: { loader: ({ request }: { request: Request }) => new Response(request.url) } },
    events: { path: 'events', module: { loader: () => new Response(endless(doings), { headers: { 'Content-Type': 'text/event-stream' } }) } },
  };
  const routes = Object.fromEntries(
    Object.entries(modules).map(([id, route]) => [id, { id, parentId: 'root', path: route.path, module: route.module }]),
  );
  const root = { id: 'root', path: '', module: { default: Outlet, Layout, ErrorBoundary } };
  const all = { root, ...routes };
  const listed = Object.fromEntries(
    Object.values(all).map((route) => [
      route.id,
      { ...route, module: `/assets/${route.id}.js`, hasLoader: 'loader' in route.module, hasAction: 'action' in route.module, hasErrorBoundary: 'ErrorBoundary' in route.module, imports: [] },
    ]),
  );
  return {
    entry: { module: parts.entry },
    routes: all,
    assets: { entry: { imports: [], module: '/assets/entry.js' }, routes: listed, url: '/assets/manifest.js', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_routeConfig: true, v3_singleFetch: false, v3_lazyRouteDiscovery: false, unstable_optimizeDeps: false },
    isSpaMode: false,
  } as unknown as ServerBuild;
}

function Unrenderable(): never {
  throw new Error('select secret_column from render');
}

function Layout({ children }: { children: React.ReactNode }) {
  const { nonce } = usePageFacts();
  return (
    <html lang="zh-CN">
      <body>
        {children}
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = usePageFacts();
  return <main>{isRouteErrorResponse(error) ? `status ${error.status}` : `bug ${requestId}`}</main>;
}

function endless(doings: Doings): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: first\n\n')),
    cancel: () => {
      doings.cancelledStreams += 1;
    },
  });
}
