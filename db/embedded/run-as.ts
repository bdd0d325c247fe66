import { readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** The user PostgreSQL runs as; undefined means the current user, who is not root. */
export type RunAs = { uid: number; gid: number } | undefined;

type PasswdEntry = { name: string; uid: number; gid: number };

function readPasswd(): PasswdEntry[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid = '', gid = '']) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/**
 * PostgreSQL refuses root, so root hands the server to an unprivileged user. An existing cluster keeps its owner;
 * a new one goes to `postgres` or `nobody`. initdb looks the user up by uid, hence only users listed in /etc/passwd qualify.
 */
export function chooseRunAs(clusterDir: string, currentUid = process.getuid?.()): RunAs {
  if (currentUid !== 0) return undefined;
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readPasswd();
  const chosen =
    users.find((user) => user.name === 'postgres' && user.uid !== 0) ?? users.find((user) => user.name === 'nobody' && user.uid !== 0);
  if (chosen) return { uid: chosen.uid, gid: chosen.gid };
  throw new EmbeddedPostgresError(
    'PostgreSQL 不能以 root 身份运行，而 /etc/passwd 中没有 postgres 或 nobody 用户可供切换。请先建立其中一个用户（如 useradd --system postgres），或改用普通用户启动。',
  );
}
