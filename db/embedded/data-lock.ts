import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { identifyProcess, isSameProcessAlive, type ProcessIdentity } from './process-identity';

/** One start per data folder. The lock names the process that holds it, so a killed holder does not block the next start. */
export async function takeDataLock(dataDir: string): Promise<{ release(): Promise<void> }> {
  const place = path.join(dataDir, 'owner.json');
  const own = identifyProcess(process.pid);
  const draft = `${place}.${process.pid}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    while (!(await linked(draft, place))) {
      const holder = await readHolder(place);
      if (holder && isSameProcessAlive(holder)) {
        throw new EmbeddedPostgresError(
          `数据目录 ${dataDir} 正由另一个进程使用（进程号 ${holder.pid}）。请先在那个终端按 Ctrl-C 停止，或用 HENGJI_DATA_DIR=另一个目录 启动第二份。`,
        );
      }
      await rm(place, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
  return { release: () => rm(place, { force: true }) };
}

/** A hard link either appears whole or not at all, and never replaces another. */
async function linked(draft: string, place: string): Promise<boolean> {
  try {
    await link(draft, place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(place: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(place, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
