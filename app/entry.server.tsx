import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { PageFactsProvider } from '~/app/http/page-facts';
import { referenceMessage } from '~/app/http/reference-message';
import type { AppLoadContext } from '~/app/load-context.server';

/**
 * Rendered as one string: the streaming renderer of React 18 writes NUL bytes wherever a Chinese character does not fit into the rest of
 * its 2 kB buffer. What a render throws goes back to the framework, which draws the error page and reports it to handleError.
 */
export default function handleDocument(request: Request, status: number, headers: Headers, entry: EntryContext, context: AppLoadContext): Response {
  const html = renderToString(
    <PageFactsProvider value={{ nonce: context.cspNonce, requestId: context.requestId }}>
      <RemixServer context={entry} url={request.url} />
    </PageFactsProvider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Every error a loader, action or render did not mean to throw. Written once, with the reference id the person sees. */
export function handleError(error: unknown, { context, request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // Unknown URLs and unsupported methods are answers of the framework, not bugs.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'unexpected error');
}

/** The framework blanks unexpected errors in production; the reference id goes in their place, so that the error page can show it. */
export function handleDataRequest(response: Response, { context }: LoaderFunctionArgs | ActionFunctionArgs): Response {
  if (response.status !== 500 || response.headers.get('X-Remix-Error') !== 'yes') return response;
  return new Response(JSON.stringify({ message: referenceMessage(context.requestId) }), { status: 500, headers: response.headers });
}
