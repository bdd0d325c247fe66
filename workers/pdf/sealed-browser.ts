import { chown, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { bareEnvironment } from './bare-environment';
import type { FoundChromium } from './find-chromium';
import type { ProcessSeal } from './process-seal';
import { sweepLeftovers, usableCacheParents } from './shared-folder';

const PROFILE_PREFIX = 'hengji-pdf-';

const ARGS = [
  '--headless',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-remote-fonts',
  '--disable-renderer-backgrounding',
  '--disable-sync',
  '--disable-features=AcceptCHFrame,MediaRouter,OptimizationHints,Translate',
  // Shared memory of a container is often 64 MB, too little for a long report.
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--lang=zh-CN',
  '--metrics-recording-only',
  '--password-store=basic',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--remote-debugging-pipe',
];

export interface SealedBrowser {
  readonly browser: Browser;
  readonly pid: number;
  readonly seal: ProcessSeal;
  isAlive(): boolean;
  /** Ends the whole process tree at once and removes its profile. Safe to call twice. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  readonly chromium: FoundChromium;
  /** Environment of the browser besides its own needs; nothing of this process's environment reaches it. */
  readonly env: Readonly<Record<string, string>>;
  readonly seal: ProcessSeal;
  readonly cacheDir?: string;
}

async function makeProfile(options: LaunchOptions): Promise<string> {
  const parent = (await usableCacheParents(options.cacheDir))[0] ?? dirname(options.chromium.executablePath);
  await sweepLeftovers(parent, PROFILE_PREFIX);
  const profile = await mkdtemp(join(parent, `${PROFILE_PREFIX}${process.pid}-`));
  if (options.seal.uid !== process.getuid?.()) await chown(profile, options.seal.uid, options.seal.uid);
  return profile;
}

/** Starts one Chromium that sees nothing but its profile and the report faces. Throws when it does not start. */
export async function launchSealedBrowser(options: LaunchOptions): Promise<SealedBrowser> {
  const { chromium, seal } = options;
  const profile = await makeProfile(options);
  const command = [...seal.prefix, chromium.executablePath, ...ARGS, ...seal.args, `--user-data-dir=${profile}`, 'about:blank'];
  const removeProfile = (): Promise<void> => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const browser = await launch({
    executablePath: '/usr/bin/env',
    args: command,
    ignoreDefaultArgs: true,
    pipe: true,
    defaultViewport: null,
    // The worker ends its own jobs on a signal; a browser that vanished first would fail them.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    protocolTimeout: 0,
    env: bareEnvironment({ HOME: profile, TMPDIR: profile, ...chromium.env, ...options.env }),
  }).catch(async (error: unknown) => {
    await removeProfile();
    throw error;
  });
  const child = browser.process();
  if (child?.pid === undefined) throw new Error('Browser without process');
  const pid = child.pid;
  const exited = new Promise<void>((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));
  const isAlive = (): boolean => browser.connected && child.exitCode === null && child.signalCode === null;
  let killed: Promise<void> | null = null;
  const kill = async (): Promise<void> => {
    try {
      // Puppeteer starts the browser as the leader of its own process group.
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
    await exited;
    await removeProfile();
  };
  return { browser, pid, seal, isAlive, kill: () => (killed ??= kill()) };
}
