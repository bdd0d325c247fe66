import type { z } from 'zod';

/** The text fields of a form, as typed. */
export function typedTexts(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
}

/** One sentence per field, in the order of the form. */
export function fieldErrors(error: z.ZodError): readonly { readonly field: string; readonly message: string }[] {
  const first = new Map<string, string>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!first.has(field)) first.set(field, issue.message);
  }
  return [...first].map(([field, message]) => ({ field, message }));
}
