import { setImmediate } from 'node:timers/promises';
import { type BrowserKeeperOptions, keepBrowser } from './browser-keeper';
import { type FinishedPdf, type PdfFacts, finalisePdf } from './finalise-pdf';
import { ChromiumMissing } from './find-chromium';
import { charactersOf, findMissingGlyphs } from './missing-glyphs';
import { BrowserNotSealed, type ProcessSeal } from './process-seal';
import { FontsUnavailable, type ReportFonts } from './report-fonts';
import { RenderAborted, RenderFailed, RenderTimeout } from './render-errors';
import type { SealedBrowser } from './sealed-browser';
import { type SealedPage, openSealedPage } from './sealed-page';

export interface PdfRendererOptions extends BrowserKeeperOptions {
  /** Documents printed at once: one page per core, two by default. */
  readonly concurrency?: number;
  /** Documents after which a page is replaced by a new one, so that memory stays flat. */
  readonly recycleAfter?: number;
}

export interface RenderOptions extends PdfFacts {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface RenderedPdf extends FinishedPdf {
  /** Visible characters that no face holds; they print as boxes. */
  readonly missingGlyphs: readonly string[];
  /** Visible characters drawn in the face for rare characters instead of the document's own. */
  readonly fallbackGlyphs: readonly string[];
}

export interface PdfRenderer {
  /** Starts the browser now instead of with the first document, and says how it is sealed. Throws ChromiumMissing or BrowserNotSealed. */
  start(): Promise<ProcessSeal & { readonly pid: number }>;
  /**
   * Prints one complete HTML document. A browser that dies is replaced and the document printed again, once. Throws RenderTimeout,
   * RenderAborted, RenderFailed, ChromiumMissing, BrowserNotSealed or FontsUnavailable. Waiting for a free page does not count as time.
   */
  render(html: string, options?: RenderOptions): Promise<RenderedPdf>;
  /** Ends the browser at once; documents in work and waiting are aborted. */
  close(): Promise<void>;
}

interface Slot {
  page: SealedPage | null;
  printed: number;
}

/** What no second try changes: the operator has to act. */
const isRefusal = (error: unknown): boolean => [ChromiumMissing, BrowserNotSealed, FontsUnavailable].some((refusal) => error instanceof refusal);

function reportGlyphs(html: string, fonts: ReportFonts): Pick<RenderedPdf, 'missingGlyphs' | 'fallbackGlyphs'> {
  const rare = findMissingGlyphs(charactersOf(html), fonts.faces);
  const isDrawn = (character: string): boolean => fonts.fallback.has(character.codePointAt(0) ?? 0);
  return { missingGlyphs: rare.filter((character) => !isDrawn(character)), fallbackGlyphs: rare.filter(isDrawn) };
}

const DEFAULT_TIMEOUT_MS = 30_000;
const CLOSE_TIMEOUT_MS = 2_000;

export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  const { concurrency = 2, recycleAfter = 25 } = options;
  const keeper = keepBrowser(options);
  const closing = new AbortController();
  const free: Slot[] = Array.from({ length: concurrency }, () => ({ page: null, printed: 0 }));
  const waiting: { readonly take: (slot: Slot) => void; readonly leave: () => void }[] = [];
  /** Browsers ended on purpose: what else was printing there is printed again without counting it as a loss. */
  const condemned = new WeakSet<SealedBrowser>();

  const acquire = (signal: AbortSignal): Promise<Slot> => {
    const slot = free.pop();
    if (slot !== undefined) return Promise.resolve(slot);
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(new RenderAborted());
      };
      const entry = { take: resolve, leave: () => signal.removeEventListener('abort', onAbort) };
      waiting.push(entry);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  };
  const release = (slot: Slot): void => {
    const next = waiting.shift();
    if (next === undefined) {
      free.push(slot);
      return;
    }
    next.leave();
    next.take(slot);
  };

  const condemn = async (browser: SealedBrowser): Promise<void> => {
    condemned.add(browser);
    await browser.kill();
  };
  /** A page whose renderer no longer answers cannot be closed; then its browser goes. */
  const dropPage = async (slot: Slot): Promise<void> => {
    const { page } = slot;
    slot.page = null;
    if (page === null || !page.owner.isAlive()) return;
    const closed = await Promise.race([page.close().then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, CLOSE_TIMEOUT_MS, false).unref())]);
    if (!closed) await condemn(page.owner);
  };
  const pageOn = async (slot: Slot, browser: SealedBrowser): Promise<SealedPage> => {
    if (slot.page?.owner !== browser || slot.printed >= recycleAfter) {
      await dropPage(slot);
      slot.page = await openSealedPage(browser);
      slot.printed = 0;
    }
    return slot.page;
  };

  const printWithRetry = async (slot: Slot, html: string, isOver: () => boolean): Promise<Buffer> => {
    for (let losses = 0; ; ) {
      let browser: SealedBrowser | null = null;
      try {
        browser = await keeper.browser();
        const page = await pageOn(slot, browser);
        const printed = await page.print(html);
        slot.printed += 1;
        return printed;
      } catch (error) {
        if (isOver() || isRefusal(error)) throw error;
        await dropPage(slot);
        if (browser === null || !condemned.has(browser)) losses += 1;
        if (losses > 1) throw new RenderFailed(error);
      }
    }
  };

  const printInTime = async (slot: Slot, html: string, timeoutMs: number, signal: AbortSignal): Promise<Buffer> => {
    let over: RenderTimeout | RenderAborted | null = null;
    let end: (reason: RenderTimeout | RenderAborted) => void = () => undefined;
    const interrupted = new Promise<never>((_resolve, reject) => {
      end = (reason) => {
        over = reason;
        reject(reason);
      };
    });
    const timer = setTimeout(() => end(new RenderTimeout(timeoutMs)), timeoutMs);
    const onAbort = (): void => end(new RenderAborted());
    signal.addEventListener('abort', onAbort, { once: true });
    const printing = printWithRetry(slot, html, () => over !== null);
    printing.catch(() => undefined);
    try {
      return await Promise.race([printing, interrupted]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (over !== null) {
        const owner = slot.page?.owner;
        if ((over as Error) instanceof RenderTimeout && owner !== undefined) await condemn(owner);
        await dropPage(slot);
      }
    }
  };

  return {
    start: async () => {
      const { seal, pid } = await keeper.browser();
      return { ...seal, pid };
    },
    render: async (html, { timeoutMs = DEFAULT_TIMEOUT_MS, signal: ownSignal, ...facts } = {}) => {
      const signal = ownSignal === undefined ? closing.signal : AbortSignal.any([ownSignal, closing.signal]);
      if (signal.aborted) throw new RenderAborted();
      const slot = await acquire(signal);
      try {
        const printing = printInTime(slot, html, timeoutMs, signal);
        // Looked up once the document is on its way, while the browser is at work and this process idle.
        const reporting = setImmediate().then(async () => reportGlyphs(html, await keeper.fonts()));
        reporting.catch(() => undefined);
        const printed = await printing;
        const reported = await reporting;
        return { ...finalisePdf(printed, facts), ...reported };
      } finally {
        release(slot);
      }
    },
    close: async () => {
      closing.abort();
      await keeper.close();
    },
  };
}
