import { createContext, useContext } from 'react';

/** Facts of the response a page was rendered for, known to both sides of hydration. */
export interface PageFacts {
  readonly nonce: string;
  readonly requestId: string;
}

const PageFactsContext = createContext<PageFacts>({ nonce: '', requestId: '' });

export const PageFactsProvider = PageFactsContext.Provider;

export const REQUEST_ID_META = 'request-id';

export function usePageFacts(): PageFacts {
  return useContext(PageFactsContext);
}

/** Browser side: what the server wrote into the document. The nonce attribute is hidden by browsers, the property is not. */
export function readPageFacts(document: Document): PageFacts {
  return {
    nonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '',
    requestId: document.querySelector<HTMLMetaElement>(`meta[name="${REQUEST_ID_META}"]`)?.content ?? '',
  };
}
