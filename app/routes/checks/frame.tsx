import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadFrame } from '~/app/routes/load-frame.server';
import { CATALOGUE_READERS } from './catalogue-readers';

export { FramePage as default } from '~/app/routes/frame-page';
export { ErrorInFrame as ErrorBoundary } from '~/app/routes/route-error';

export const loader = (args: LoaderFunctionArgs) => loadFrame(args, ...CATALOGUE_READERS);
