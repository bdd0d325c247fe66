import { AppError } from '~/app/services/app-error';

/** Files are opened in tabs of their own, where no page stands ready to say what went wrong: one plain sentence instead. */
export async function orPlainRefusal(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(error.message, { status: error.code === 'not_found' ? 404 : 403, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
}
