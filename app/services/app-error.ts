export type AppErrorCode = 'not_found' | 'forbidden';

const MESSAGES: Readonly<Record<AppErrorCode, string>> = {
  not_found: '没有找到要办理的内容。它可能已被移走，或者不在您可查看的范围内。',
  forbidden: '您现在的身份不能查看或办理这项内容。',
};

/**
 * Thrown when a use case must stop because the thing is absent or not allowed. Another bureau's row is `not_found`, never `forbidden`:
 * the answer must not tell that it exists. Refusals the person can act on are returned as values instead.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(readonly code: AppErrorCode) {
    super(MESSAGES[code]);
  }
}

export const notFound = (): AppError => new AppError('not_found');

export const forbidden = (): AppError => new AppError('forbidden');
