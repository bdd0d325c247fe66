import { type ActionFunctionArgs, createReadableStreamFromReadable, type EntryContext, type LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { PassThrough } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { PageFactsProvider } from '~/app/http/page-facts';
import { referenceMessage } from '~/app/http/reference-message';
import type { AppLoadContext } from '~/app/load-context.server';

const RENDER_LIMIT_MS = 10_000;

export default function handleDocument(request: Request, status: number, headers: Headers, entry: EntryContext, context: AppLoadContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <PageFactsProvider value={{ nonce: context.cspNonce, requestId: context.requestId }}>
        <RemixServer context={entry} url={request.url} />
      </PageFactsProvider>,
      {
        nonce: context.cspNonce,
        onShellReady() {
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { status: responseStatus, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          responseStatus = 500;
          context.log.error({ err: error }, 'render failed');
        },
      },
    );
    setTimeout(abort, RENDER_LIMIT_MS).unref();
  });
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
