import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { ErrorPage } from '~/app/components/ui/error-page';
import { usePageFacts } from '~/app/http/page-facts';
import { readReference } from '~/app/http/reference-message';

function useErrorFacts(): { status: number; reference: string } {
  const error = useRouteError();
  const { requestId } = usePageFacts();
  return isRouteErrorResponse(error) ? { status: error.status, reference: requestId } : { status: 500, reference: readReference(error) ?? requestId };
}

/** For the root: the error is the whole page. */
export function WholePageError() {
  return <ErrorPage {...useErrorFacts()} />;
}

/** For routes inside a frame (`export { ErrorInFrame as ErrorBoundary }`): bar and menu stay, so that the person is not lost. */
export function ErrorInFrame() {
  return <ErrorPage {...useErrorFacts()} isInFrame />;
}
