import type { CDPSession, Page } from 'puppeteer-core';
import type { SealedBrowser } from './sealed-browser';

/** Nothing from anywhere; styles written into the page and pictures carried inside it. */
export const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const DOCTYPE = /^\s*<!doctype[^>]*>/i;

/**
 * Puts the policy in front of everything else. A `<meta>` before the document's own `<html>` tag opens the head itself, so whatever the
 * document holds, and in whatever order, is read under the policy.
 */
export function underContentPolicy(html: string): string {
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">${html.replace(DOCTYPE, '')}`;
}

/** The page or its browser died under a render. */
export class PageLost extends Error {
  override readonly name = 'PageLost';
}

export interface SealedPage {
  readonly owner: SealedBrowser;
  /** Lays the document out and returns what Chromium printed. Rejects with PageLost when the renderer process dies. */
  print(html: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Scripts off and every request refused. */
export async function sealPage(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    // "aborted" leaves the document as it is, where another reason would put an error page in its place.
    void request.abort('aborted').catch(() => undefined);
  });
}

export async function openSealedPage(owner: SealedBrowser): Promise<SealedPage> {
  const page = await owner.browser.newPage();
  const session: CDPSession = await page.createCDPSession();
  await sealPage(page);
  const crashed = new Promise<never>((_resolve, reject) => {
    page.once('error', (error) => reject(new PageLost(error.message)));
    page.once('close', () => reject(new PageLost('Page closed')));
  });
  crashed.catch(() => undefined);
  const print = async (html: string): Promise<Buffer> => {
    await page.setContent(underContentPolicy(html), { waitUntil: 'load', timeout: 0 });
    const { data } = await session.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      transferMode: 'ReturnAsBase64',
    });
    return Buffer.from(data, 'base64');
  };
  return {
    owner,
    print: (html) => Promise.race([print(html), crashed]),
    close: () => page.close().catch(() => undefined),
  };
}
