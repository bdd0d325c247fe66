import { generateInitialPassword } from '~/app/auth/password.server';
import { ROLE_NAMES } from '~/app/domain/access/roles';
import { ensureAccount } from '~/app/services/account/ensure-account.server';
import { newAccountSchema } from '~/app/services/admin/new-account';
import type { Deps } from '~/app/services/deps.server';
import { loadRoundFile } from '~/app/services/rounds/load-round-file.server';
import { readRoundFile } from '~/app/services/rounds/read-round-file.server';
import { Refusal } from '../set-up/refusal.mjs';

export const ADMINISTRATOR_OPTIONS = { '--sysadmin': 'system_admin', '--secadmin': 'security_admin', '--auditor': 'audit_admin' } as const;

export interface Administrator {
  readonly role: (typeof ADMINISTRATOR_OPTIONS)[keyof typeof ADMINISTRATOR_OPTIONS];
  readonly accountName: string;
  readonly displayName: string;
}

export interface LoadOrder {
  readonly file: string;
  readonly administrators: readonly Administrator[];
}

const USAGE = '用法：npm run -s load -- 任务文件.json [--sysadmin 账号名=姓名] [--secadmin 账号名=姓名] [--auditor 账号名=姓名]';

/** `FILE.json --sysadmin zhang.wei=张伟 …`; refuses anything else with the usage. */
export function readLoadOrder(args: readonly string[]): LoadOrder {
  const rest = [...args];
  const file = rest.shift();
  if (file === undefined || file.startsWith('-')) throw new Refusal(USAGE);
  const administrators: Administrator[] = [];
  while (rest.length > 0) {
    const option = rest.shift()!;
    const [accountName, displayName, ...more] = (rest.shift() ?? '').split('=');
    if (!isAdministratorOption(option) || more.length > 0) throw new Refusal(USAGE);
    const read = newAccountSchema.safeParse({ accountName, displayName: displayName ?? '', role: ADMINISTRATOR_OPTIONS[option] });
    if (!read.success) throw new Refusal(`${option} ${accountName}：${read.error.issues[0]!.message}。\n${USAGE}`);
    administrators.push({ role: ADMINISTRATOR_OPTIONS[option], accountName: read.data.accountName, displayName: read.data.displayName });
  }
  return { file, administrators };
}

function isAdministratorOption(text: string): text is keyof typeof ADMINISTRATOR_OPTIONS {
  return Object.hasOwn(ADMINISTRATOR_OPTIONS, text);
}

/**
 * Brings the bureau of a round file, its departments and its round into a database, as far as they are missing, with accounts of the three
 * administrators, who create all others on their pages. Returns lines for the operator; an initial password stands in them and nowhere else.
 */
export async function loadFile(deps: Deps, order: LoadOrder, say: (line: string) => void): Promise<readonly string[]> {
  const read = await readRoundFile(order.file);
  if (read.file.demo && !deps.settings.demo) throw new Refusal(`${order.file} 标明是演示数据（demo: true），不能载入正式数据库。`);
  const loaded = await loadRoundFile(deps, read, (done, total, department) => say(`${done}/${total} ${department}`));
  const lines = [`${read.file.bureau.name}：“${read.file.round.name}”${loaded.isNew ? '已载入' : '此前已载入，没有改动'}。`];
  for (const { role, accountName, displayName } of order.administrators) {
    const password = generateInitialPassword();
    const ensured = await ensureAccount(deps, { bureauId: loaded.bureauId, accountName, displayName, password, isDemo: false, memberships: [{ role }] });
    if (!ensured.ok) throw new Refusal(`${accountName} 不能担任${ROLE_NAMES[role]}：系统、安全、审计三员相互分立，也不能兼任业务岗位。`);
    lines.push(`${ROLE_NAMES[role]} ${displayName}　账号 ${accountName}　${ensured.isNew ? `初始密码 ${password}` : '账号已有，密码不变'}`);
  }
  return lines;
}
