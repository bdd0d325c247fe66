import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { theme } from '../../app/components/ui/theme';

/** What the sheet depends on; written into its first line, so that an unchanged sheet is not made again. */
function stampOf(antdVersion: string): string {
  return `/* hengji ${createHash('sha256').update(JSON.stringify([antdVersion, theme])).digest('hex').slice(0, 16)} */`;
}

async function firstLine(file: string): Promise<string> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
      return buffer.toString('utf8', 0, bytesRead).split('\n')[0] ?? '';
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}

/**
 * Writes the style sheet of all antd components under our theme. Extraction needs the runtime styles, so zeroRuntime is off here.
 * Returns true when the file was written anew.
 */
export async function extractAntdCss(file: string): Promise<boolean> {
  const manifest = createRequire(import.meta.url).resolve('antd/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const stamp = stampOf(version);
  if ((await firstLine(file)) === stamp) return false;
  // Loaded only when needed: they take seconds, and the Vite configuration is read by every tool.
  const [{ extractStyle }, { ConfigProvider }, { createElement }] = await Promise.all([import('@ant-design/static-style-extract'), import('antd'), import('react')]);
  const css = extractStyle((node) => createElement(ConfigProvider, { theme: { ...theme, zeroRuntime: false } }, node));
  await mkdir(path.dirname(file), { recursive: true });
  // Renamed into place: a second build running at the same time never reads half a sheet.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${stamp}\n${css}\n`);
  await rename(draft, file);
  return true;
}
