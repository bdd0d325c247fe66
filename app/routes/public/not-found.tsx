/**
 * Every URL nothing else answers. A route of its own, because without any match the browser, which knows the routes only in part, guesses
 * another page than the server drew.
 */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
