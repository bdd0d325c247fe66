import { json, type ServerBuild } from '@remix-run/node';

const STATUS = { not_found: 404, forbidden: 403 } as const;

/** The part of AppError this layer reads; matched by shape because the built bundle carries its own copy of the class. */
interface ThrownAppError {
  readonly name: 'AppError';
  readonly code: keyof typeof STATUS;
}

function isAppError(error: unknown): error is ThrownAppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error && typeof error.code === 'string' && error.code in STATUS;
}

/** Same body for every absent thing and every forbidden one: it must not tell whether a row exists in another bureau. */
function toResponse(error: ThrownAppError): Response {
  return json({ code: error.code }, { status: STATUS[error.code] });
}

function answering<Args extends unknown[], Result>(run: (...args: Args) => Result | Promise<Result>): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await run(...args);
    } catch (error) {
      throw isAppError(error) ? toResponse(error) : error;
    }
  };
}

/** Wraps every loader and action of the build, so that routes need not translate "not found" and "forbidden" themselves. */
export function answerAppErrors(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (route === undefined) return [id, route];
      const { loader, action } = route.module;
      return [id, { ...route, module: { ...route.module, ...(loader ? { loader: answering(loader) } : {}), ...(action ? { action: answering(action) } : {}) } }];
    }),
  );
  return { ...build, routes };
}
