import { type FindChromiumOptions, findChromium } from './find-chromium';
import { chooseProcessSeal, withoutSandbox } from './process-seal';
import { type ReportFonts, type ReportFontsOptions, prepareReportFonts } from './report-fonts';
import { type SealedBrowser, launchSealedBrowser } from './sealed-browser';

export interface BrowserKeeperOptions extends FindChromiumOptions, ReportFontsOptions {
  readonly isolateNetwork?: boolean;
}

/** Keeps one warm browser and replaces it when it is gone. */
export interface BrowserKeeper {
  readonly fonts: () => Promise<ReportFonts>;
  /** The living browser. After a loss whoever asks first starts the next one and the others wait for the same. */
  readonly browser: () => Promise<SealedBrowser>;
  readonly close: () => Promise<void>;
}

interface Parts {
  readonly fonts: ReportFonts;
  readonly launch: () => Promise<SealedBrowser>;
}

async function prepareParts(options: BrowserKeeperOptions): Promise<Parts> {
  const [chromium, fonts, chosen] = await Promise.all([
    findChromium(options),
    prepareReportFonts(options),
    chooseProcessSeal(options.isolateNetwork),
  ]);
  let seal = chosen;
  const start = (): Promise<SealedBrowser> => launchSealedBrowser({ chromium, env: fonts.env, seal, cacheDir: options.cacheDir });
  const launch = (): Promise<SealedBrowser> =>
    start().catch((error: unknown) => {
      if (!seal.sandbox) throw error;
      seal = withoutSandbox(seal);
      return start();
    });
  return { fonts, launch };
}

export function keepBrowser(options: BrowserKeeperOptions): BrowserKeeper {
  let preparing: Promise<Parts> | null = null;
  let launching: Promise<SealedBrowser> | null = null;
  let living: SealedBrowser | null = null;
  let closed = false;

  const parts = (): Promise<Parts> => {
    preparing ??= prepareParts(options).catch((error: unknown) => {
      preparing = null;
      throw error;
    });
    return preparing;
  };

  const replace = async (): Promise<SealedBrowser> => {
    const dead = living;
    living = null;
    await dead?.kill();
    const { launch } = await parts();
    if (closed) throw new Error('Browser keeper is closed');
    const started = await launch();
    if (closed) {
      await started.kill();
      throw new Error('Browser keeper is closed');
    }
    living = started;
    return started;
  };

  return {
    fonts: async () => (await parts()).fonts,
    browser: async () => {
      if (living?.isAlive() === true) return living;
      launching ??= replace().finally(() => {
        launching = null;
      });
      return launching;
    },
    close: async () => {
      closed = true;
      await launching?.catch(() => undefined);
      await living?.kill();
    },
  };
}
