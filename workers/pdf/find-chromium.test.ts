import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bareEnvironment } from './bare-environment';
import { ChromiumMissing, findChromium } from './find-chromium';

it('finds a browser that starts, ready for any driver', async () => {
  const found = await findChromium();
  expect(execFileSync(found.executablePath, ['--version'], { env: bareEnvironment(found.env) }).toString()).toMatch(/Chrom/);
  expect(found.args).toEqual(process.getuid?.() === 0 ? ['--no-sandbox'] : []);
}, 60_000);

it('unpacks the bundled browser into the given folder first, and only once', async () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'hengji-test-'));
  chmodSync(cacheDir, 0o755);
  try {
    const [first, second] = await Promise.all([findChromium({ cacheDir }), findChromium({ cacheDir })]);
    expect(first.executablePath.startsWith(cacheDir)).toBe(true);
    expect(second.executablePath).toBe(first.executablePath);
  } finally {
    rmSync(cacheDir, { recursive: true });
  }
}, 60_000);

it.each([
  ['/nonexistent/chromium', '文件不存在'],
  ['/bin/false', '退出码 1'],
  ['/etc/passwd', '没有执行权限'],
])('says why the named browser %s does not start, and the way out', async (chromiumPath, reason) => {
  const failure: unknown = await findChromium({ chromiumPath }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ChromiumMissing);
  expect((failure as Error).message).toContain(chromiumPath);
  expect((failure as Error).message).toContain(reason);
  expect((failure as Error).message).toContain('请改为可用的 Chromium 路径');
});
