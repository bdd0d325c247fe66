import { createHash } from 'node:crypto';
import { chown, copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Coverage, readCoverage } from './cmap';
import { fontconfigXml } from './fontconfig';
import { findMissingGlyphs } from './missing-glyphs';
import { buildOnce, NOBODY, usableCacheParents } from './shared-folder';
import { woffToSfnt } from './woff-to-sfnt';

export interface ReportFontsOptions {
  /** HENGJI_FONTS_DIR: a site's own faces (.ttf, .ttc, .otf), which take precedence by their family names, e.g. 仿宋_GB2312. */
  readonly fontsDir?: string;
  readonly cacheDir?: string;
}

/** The faces reports are printed with, ready for a browser of another user. */
export interface ReportFonts {
  /** FONTCONFIG_FILE for a browser that shall see these faces and no others. */
  readonly env: Readonly<Record<string, string>>;
  /** Faces of an official document and the site's own. */
  readonly faces: Coverage;
  /** The face for rare characters that comes after them. */
  readonly fallback: Coverage;
  findMissingGlyphs(text: string): string[];
}

/** The faces cannot be made ready. The message is for the operator and names the way out. */
export class FontsUnavailable extends Error {
  override readonly name = 'FontsUnavailable';
}

const BUNDLED = fileURLToPath(new URL('../../app/reports/fonts/', import.meta.url));
const FALLBACK_WOFF = '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff';
const FALLBACK_NAME = 'LXGWWenKai-Regular.ttf';
const isFontFile = (name: string): boolean => /\.(ttf|ttc|otf)$/i.test(name);

interface Source {
  readonly path: string;
  readonly name: string;
}

async function faceSources(fontsDir: string | undefined): Promise<Source[]> {
  const inFolder = async (folder: string, prefix: string): Promise<Source[]> =>
    (await readdir(folder)).filter(isFontFile).sort().map((name) => ({ path: join(folder, name), name: `${prefix}${name}` }));
  const bundled = await inFolder(BUNDLED, '');
  if (fontsDir === undefined) return bundled;
  const own = await inFolder(fontsDir, 'site-').catch((error: unknown) => {
    throw new FontsUnavailable(`无法读取字体文件夹“${fontsDir}”。请检查 HENGJI_FONTS_DIR 的路径和读取权限，或删除该设置以使用随附字体。`, { cause: error });
  });
  return [...bundled, ...own];
}

/**
 * Copies the faces to a folder any user may read, because as root the browser runs as nobody and a checkout can lie under a closed home,
 * and unpacks the fallback. fontconfig keeps its cache beside them, writable by that user. The folder's name carries a digest of what
 * is in it, so changed faces get a new folder.
 */
export async function prepareReportFonts(options: ReportFontsOptions = {}): Promise<ReportFonts> {
  const sources = await faceSources(options.fontsDir);
  const woff = createRequire(import.meta.url).resolve(FALLBACK_WOFF);
  const facts = await Promise.all(
    [...sources, { path: woff, name: FALLBACK_NAME }].map(async ({ path, name }) => {
      const { size, mtimeMs } = await stat(path);
      return [name, size, name.startsWith('site-') ? mtimeMs : 0];
    }),
  );
  const digest = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
  let folder: string | null = null;
  for (const parent of await usableCacheParents(options.cacheDir)) {
    folder ??= await buildOnce(parent, `hengji-fonts-${digest}`, async (building, final) => {
      await mkdir(join(building, 'faces'));
      for (const { path, name } of sources) await copyFile(path, join(building, 'faces', name));
      await writeFile(join(building, 'faces', FALLBACK_NAME), woffToSfnt(await readFile(woff)));
      await mkdir(join(building, 'cache'));
      if (process.getuid?.() === 0) await chown(join(building, 'cache'), NOBODY, NOBODY);
      await writeFile(join(building, 'fonts.conf'), fontconfigXml(join(final, 'faces'), join(final, 'cache')));
    });
  }
  if (folder === null) throw new FontsUnavailable('没有可写的临时目录，无法准备报告字体。请检查 /var/tmp 与 /tmp 的权限和剩余空间。');
  const coverages = await Promise.all(sources.map(async ({ name }) => readCoverage(await readFile(join(folder, 'faces', name)))));
  const faces = coverages.reduce((joined, coverage) => joined.join(coverage));
  const fallback = readCoverage(await readFile(join(folder, 'faces', FALLBACK_NAME)));
  const all = faces.join(fallback);
  return { env: { FONTCONFIG_FILE: join(folder, 'fonts.conf') }, faces, fallback, findMissingGlyphs: (text) => findMissingGlyphs(text, all) };
}
