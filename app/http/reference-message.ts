const PREFIX = 'reference:';

/** How a reference id (事件编号) travels as the message of an error that is otherwise blank. */
export function referenceMessage(requestId: string): string {
  return PREFIX + requestId;
}

export function readReference(error: unknown): string | null {
  return error instanceof Error && error.message.startsWith(PREFIX) ? error.message.slice(PREFIX.length) : null;
}
