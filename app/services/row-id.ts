import { notFound } from './app-error';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id taken from an address. What is no id at all names nothing: not found, and never a question to the database. */
export function rowId(text: string | undefined): string {
  if (text === undefined || !UUID.test(text)) throw notFound();
  return text;
}
