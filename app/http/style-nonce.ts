/**
 * Gives the page's nonce to style elements that scripts create: antd's scroll lock and scrollbar measuring make some and know no nonce.
 * Style elements that arrive as markup still need the nonce themselves.
 */
export function giveNonceToStyleElements(document: Document, nonce: string): void {
  const create = document.createElement.bind(document) as (name: string, options?: ElementCreationOptions) => HTMLElement;
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (nonce !== '' && element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
