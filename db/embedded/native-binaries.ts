import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { runToEnd } from './run-to-end';
import type { RunAs } from './run-as';

/** Absolute folder that holds bin/, lib/ and share/ of PostgreSQL, reachable for the user the server runs as. */
export type NativeFolder = { folder: string; version: string };

export async function findNativeFolder(runAs: RunAs): Promise<NativeFolder> {
  const installed = await locateInstalled();
  await linkLibraries(installed.folder);
  if (await canRun(installed.folder, runAs)) return installed;
  const copy = await copyToReachablePlace(installed);
  if (await canRun(copy.folder, runAs)) return copy;
  throw new EmbeddedPostgresError(
    `内置 PostgreSQL 的程序无法运行：${path.join(copy.folder, 'bin/postgres')}。请检查该处是否以 noexec 方式挂载，或设置 DATABASE_URL 使用外部数据库。`,
  );
}

async function locateInstalled(): Promise<NativeFolder> {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(platformPackage);
    const root = path.resolve(path.dirname(entry), '..');
    const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: path.join(root, 'native'), version: manifest.version };
  } catch {
    throw new EmbeddedPostgresError(
      `没有找到适合本机（${process.platform} ${process.arch}）的内置 PostgreSQL（npm 包 ${platformPackage}）。请重新运行 npm install，或设置 DATABASE_URL 使用外部数据库。`,
    );
  }
}

/** npm packages carry no symbolic links, and the package's own install script may not have been allowed to run. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const place = path.resolve(folder, '..', link.target);
    const source = path.resolve(folder, '..', link.source);
    await symlink(path.relative(path.dirname(place), source), place).catch(() => undefined);
  }
}

async function canRun(folder: string, runAs: RunAs): Promise<boolean> {
  for (const program of ['initdb', 'postgres']) {
    const result = await runToEnd(path.join(folder, 'bin', program), ['--version'], { runAs, cwd: '/' });
    if (result.code !== 0) return false;
  }
  return true;
}

/**
 * A checkout below a closed folder (such as /root) hides the binaries from the user root drops to. The copy is made under
 * another name and renamed, so that it is either whole or absent; every version and user has its own.
 */
async function copyToReachablePlace(installed: NativeFolder): Promise<NativeFolder> {
  const base = '/var/tmp';
  const name = `hengji-postgres-${installed.version}-${process.platform}-${process.arch}-${process.getuid?.() ?? 0}`;
  const target = path.join(base, name);
  if (await isOwnCopy(target)) return { ...installed, folder: target };
  const scratch = await mkdtemp(path.join(base, 'hengji-postgres-copy-'));
  await cp(installed.folder, scratch, { recursive: true, verbatimSymlinks: true });
  await openForReading(scratch);
  try {
    await rename(scratch, target);
    return { ...installed, folder: target };
  } catch {
    if (!(await isOwnCopy(target))) return { ...installed, folder: scratch };
    await rm(scratch, { recursive: true, force: true });
    return { ...installed, folder: target };
  }
}

/** An installation made under a strict umask has nothing the other user may read. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(place);
    else if (entry.isFile()) await chmod(place, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

/** /var/tmp is open to everybody: only a folder we own and nobody else may write is trusted to hold programs. */
async function isOwnCopy(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
