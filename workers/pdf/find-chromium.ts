import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bareEnvironment } from './bare-environment';
import { usableCacheParents } from './shared-folder';
import { unpackChromium } from './unpack-chromium';

const run = promisify(execFile);

export interface FindChromiumOptions {
  /** CHROMIUM_PATH: taken as it is; when it does not start nothing else is tried, because the operator named it. */
  readonly chromiumPath?: string;
  /** Where the bundled browser may be unpacked; /var/tmp and the temporary folder come after it. */
  readonly cacheDir?: string;
}

/** A Chromium that starts on this machine. `args` and `env` are what any driver of it (the renderer, Playwright) has to pass. */
export interface FoundChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** No Chromium starts. The message is for the operator and names the way out. */
export class ChromiumMissing extends Error {
  override readonly name = 'ChromiumMissing';
}

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Null when it starts, otherwise why not. `--version` makes the loader resolve every library the browser needs. */
async function whyNotStarting(executablePath: string, env: Record<string, string>): Promise<string | null> {
  try {
    await run(executablePath, ['--version'], { timeout: 20_000, env: bareEnvironment(env) });
    return null;
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr?: string };
    if (code === 'ENOENT') return '文件不存在';
    if (code === 'EACCES') return '没有执行权限（或所在分区禁止执行程序）';
    return (stderr ?? '').trim().split('\n')[0]?.slice(0, 200) || `退出码 ${String(code)}`;
  }
}

/**
 * Chromium's own sandbox refuses to run as root. Whoever drives the browser directly as root (Playwright) has to switch it off; the
 * renderer does not need to, because it gives the browser another user first.
 */
const rootArgs = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * Finds the browser that prints reports: the named one, else the headless_shell of `@sparticuz/chromium`, else the system's
 * (docs/decisions/browser-for-printing.md). Throws ChromiumMissing.
 */
export async function findChromium(options: FindChromiumOptions = {}): Promise<FoundChromium> {
  if (options.chromiumPath !== undefined) {
    const reason = await whyNotStarting(options.chromiumPath, {});
    if (reason === null) return { executablePath: options.chromiumPath, args: rootArgs(), env: {} };
    throw new ChromiumMissing(`CHROMIUM_PATH 指定的浏览器“${options.chromiumPath}”无法启动：${reason}。请改为可用的 Chromium 路径，或删除该设置以使用随附的浏览器。`);
  }
  const reasons: string[] = [];
  for (const parent of await usableCacheParents(options.cacheDir)) {
    const bundled = await unpackChromium(parent);
    if (bundled === null) continue;
    const environments: Record<string, string>[] = [{}, { LD_LIBRARY_PATH: bundled.libraryPath }];
    for (const env of environments) {
      const reason = await whyNotStarting(bundled.executablePath, env);
      if (reason === null) return { executablePath: bundled.executablePath, args: rootArgs(), env };
      reasons.push(`${bundled.executablePath}：${reason}`);
    }
  }
  for (const executablePath of SYSTEM_PATHS) {
    const reason = await whyNotStarting(executablePath, {});
    if (reason === null) return { executablePath, args: rootArgs(), env: {} };
    if (reason !== '文件不存在') reasons.push(`${executablePath}：${reason}`);
  }
  const detail = reasons.length === 0 ? '' : `已尝试：${reasons.join('；')}。`;
  throw new ChromiumMissing(
    `没有找到可用的 Chromium 浏览器，无法生成 PDF 报告。${detail}请安装系统的 chromium（Debian：apt-get install chromium），或用环境变量 CHROMIUM_PATH 指定浏览器的路径。`,
  );
}
