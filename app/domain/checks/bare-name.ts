/** A name without what does not tell two names apart: spaces and quotation marks. */
export function bareName(text: string): string {
  return text.replace(/[\s“”‘’"'《》]/g, '');
}
