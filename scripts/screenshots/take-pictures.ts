import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DEMO_PASSWORD } from '~/app/services/account/load-demo-accounts.server';
import { findChromium } from '~/workers/pdf/find-chromium';
import type { PageToPicture } from './pages';
import { toPalettePng } from './palette-png';
import type { Places } from './places';

export interface PictureJob {
  readonly origin: string;
  readonly folder: string;
  readonly pages: readonly PageToPicture[];
  readonly places: Places;
  readonly say: (line: string) => void;
}

const SCREEN = { width: 1440, height: 900 };

/** One picture of each page as it is first seen. A page that cannot be shown is reported, and the others go on. */
export async function takePictures(job: PictureJob): Promise<void> {
  const found = await findChromium();
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args, '--lang=zh-CN'], env: { ...found.env, LANGUAGE: 'zh_CN' } });
  const failed: string[] = [];
  try {
    for (const account of new Set(job.pages.map(({ as }) => as))) {
      const context = await openContext(browser, job.origin, account);
      for (const wanted of job.pages.filter(({ as }) => as === account)) {
        await picture(context, wanted, job).catch((error: Error) => failed.push(`${wanted.name}：${error.message.split('\n')[0]}`));
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  if (failed.length > 0) throw new Error(`pages without a picture:\n${failed.join('\n')}`);
}

async function openContext(browser: Browser, origin: string, account: string | null): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, viewport: SCREEN, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  context.setDefaultTimeout(20_000);
  if (account === null) return context;
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('账号').first().fill(account);
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.close();
  return context;
}

async function picture(context: BrowserContext, wanted: PageToPicture, { folder, places, say }: PictureJob): Promise<void> {
  const page: Page = await context.newPage();
  try {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load') && problems.push(message.text()));
    page.on('response', (response) => response.status() >= 400 && problems.push(`${response.status()} ${response.url()}`));
    await page.goto(wanted.path(places), { waitUntil: 'load' });
    await wanted.act?.(page);
    await page.evaluate(() => document.fonts.ready);
    // Frames and lazily loaded parts: two quiet frames of the browser after everything asked for has come.
    await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const png = toPalettePng(await page.screenshot({ caret: 'hide', animations: 'disabled' }));
    await writeFile(path.join(folder, `${wanted.name}.png`), png);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    say([`${wanted.name}.png`, `${Math.round(png.length / 1000)} kB`, ...(wide ? ['页面比屏幕宽'] : []), ...problems].join('　'));
  } finally {
    await page.close();
  }
}
