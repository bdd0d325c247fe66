import { defineConfig } from '@playwright/test';
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { findChromium } from '~/workers/pdf/find-chromium';

const root = path.join(import.meta.dirname, '..');

// Read again by every worker process: the first one decides.
process.env['E2E_PORT'] ??= String(randomInt(20_000, 40_000));
process.env['E2E_STATE'] ??= path.join(root, `.cache/e2e/${process.env['E2E_PORT']}.json`);
const port = process.env['E2E_PORT'];
const chromium = await findChromium();

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(root, 'test-results'),
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium.executablePath,
      args: [...chromium.args],
      env: { ...(process.env as Record<string, string>), ...chromium.env },
    },
  },
  webServer: {
    command: 'node --import tsx e2e/start-app.ts',
    cwd: root,
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 90_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
