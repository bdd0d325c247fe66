import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** Step by step: Node's own recursive mkdir never returns below /proc. Folders it makes let others pass through, not look in. */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
}

/** The same with a sentence for the operator, for folders that come from HENGJI_DATA_DIR. */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw unusableDataFolder(folder, error);
  }
}

export function unusableDataFolder(folder: string, error: unknown): EmbeddedPostgresError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new EmbeddedPostgresError(
    `数据目录 ${folder} 无法建立或写入（${code}）。请检查该路径及其权限，或用 HENGJI_DATA_DIR 指向一个可写的目录后重新启动。`,
  );
}
