import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { buildOnce } from './shared-folder';
import { tarEntries } from './tar-entries';

export interface UnpackedChromium {
  readonly executablePath: string;
  /** libnss3, libnspr4 and libexpat for systems without them. */
  readonly libraryPath: string;
}

/** Folder of the installed package, or null where it was left out (an image that brings its own browser). */
function packageFolder(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  } catch {
    return null;
  }
}

/**
 * Unpacks the headless_shell of `@sparticuz/chromium` below `parent`. The folder carries the package's version, so an upgrade never
 * meets the binary of another version. Null when the package is absent or the folder cannot be written.
 */
export async function unpackChromium(parent: string): Promise<UnpackedChromium | null> {
  const source = packageFolder();
  if (source === null) return null;
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const folder = await buildOnce(parent, `hengji-chromium-${version}`, async (building) => {
    await pipeline(
      createReadStream(join(source, 'bin/chromium.br')),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(join(building, 'chromium'), { mode: 0o755 }),
    );
    await mkdir(join(building, 'lib'));
    for (const { path, content } of tarEntries(brotliDecompressSync(await readFile(join(source, 'bin/al2023.tar.br'))))) {
      await writeFile(join(building, path), content, { mode: 0o755 });
    }
  });
  return folder === null ? null : { executablePath: join(folder, 'chromium'), libraryPath: join(folder, 'lib') };
}
