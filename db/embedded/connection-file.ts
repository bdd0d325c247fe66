import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { databaseName, dispatcherRole, ownerRole, userRole } from './roles';

export const superuserRole = 'postgres';

/** What a data folder remembers between starts: the port and the generated passwords. Readable by its owner only. */
export type ConnectionFacts = {
  port: number;
  passwords: { superuser: string; owner: string; user: string; dispatcher: string };
};

export type PostgresUrls = { superuserUrl: string; ownerUrl: string; userUrl: string; dispatcherUrl: string };

const fileName = 'connection.json';

export async function readConnectionFacts(dataDir: string): Promise<ConnectionFacts | undefined> {
  const place = path.join(dataDir, fileName);
  const text = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new EmbeddedPostgresError(
      `无法读取 ${place}（${error.code ?? error.message}）。请改用当初启动的用户，或设置 HENGJI_DATA_DIR 指向另一个数据目录。`,
    );
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as ConnectionFacts;
  } catch {
    throw new EmbeddedPostgresError(`${place} 已损坏，无法取得数据库口令。请从备份恢复该文件，或设置 HENGJI_DATA_DIR 另建数据目录。`);
  }
}

/** Written under another name and renamed: a crash never leaves half a file. */
export async function writeConnectionFacts(dataDir: string, facts: ConnectionFacts): Promise<void> {
  const place = path.join(dataDir, fileName);
  await writeFile(`${place}.new`, JSON.stringify(facts, null, 2), { mode: 0o600 });
  await rename(`${place}.new`, place);
}

export function generateConnectionFacts(port: number): ConnectionFacts {
  const password = () => randomBytes(24).toString('base64url');
  return { port, passwords: { superuser: password(), owner: password(), user: password(), dispatcher: password() } };
}

export function connectionUrls(facts: ConnectionFacts): PostgresUrls {
  const url = (role: string, password: string, database: string) => `postgresql://${role}:${password}@127.0.0.1:${facts.port}/${database}`;
  return {
    superuserUrl: url(superuserRole, facts.passwords.superuser, 'postgres'),
    ownerUrl: url(ownerRole, facts.passwords.owner, databaseName),
    userUrl: url(userRole, facts.passwords.user, databaseName),
    dispatcherUrl: url(dispatcherRole, facts.passwords.dispatcher, databaseName),
  };
}
