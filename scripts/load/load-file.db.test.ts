import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '~/app/services/account/sign-in.server';
import type { Deps } from '~/app/services/deps.server';
import { bureauIdOf } from '~/app/services/rounds/prepare-bureau.server';
import { createStorage } from '~/app/services/storage/create-storage.server';
import { listRounds } from '~/db/queries/rounds.server';
import { withBureau } from '~/db/tenant.server';
import { createTestDatabase, type TestDatabase } from '~/db/testing/template-database';
import { rootFolder } from '../set-up/root-folder.mjs';
import { loadFile, readLoadOrder } from './load-file';

const example = path.join(rootFolder, 'docs/examples/round-small.json');
let database: TestDatabase;
let folder: string;
let deps: Deps;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-load-'));
  const settings = { demo: false, sessionIdleMinutes: 30, sessionAbsoluteMinutes: 720 };
  deps = { db: database.app.db, ids: () => uuidV7(), storage: createStorage({ s3: null, dataDir: folder }), log: pino({ level: 'silent' }), settings };
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** The example as a real office would have it: no demo, nothing filled in yet. */
async function realFile(): Promise<string> {
  const content = JSON.parse(await readFile(example, 'utf8')) as { assignments: object[] };
  const assignments = content.assignments.map((one) => ({ ...one, cells: {}, state: 'not_started' }));
  const file = path.join(folder, 'round.json');
  const projectForm = { file: path.join(rootFolder, 'db/seed/project-forms/project-10-50-30-10.json') };
  await writeFile(file, JSON.stringify({ ...content, demo: false, projectForm, assignments }));
  return file;
}

const quiet = (): void => undefined;

describe('loading a bureau', () => {
  test('the round stands, and the administrator signs in with the password that was printed', async () => {
    const order = readLoadOrder([await realFile(), '--sysadmin', 'zhang.wei=张伟', '--auditor', 'wang.fang=王芳']);
    const lines = await loadFile(deps, order, quiet);
    expect(lines[0]).toBe('示例区财政局：“2024年度绩效自评（示例）”已载入。');
    const rounds = await withBureau(deps.db, bureauIdOf('example'), (trx) => listRounds(trx));
    expect(rounds.map(({ fiscalYear }) => fiscalYear)).toEqual([2024]);
    const password = /^系统管理员 张伟　账号 zhang\.wei　初始密码 (\S+)$/.exec(lines[1]!)![1]!;
    const signedIn = await signIn(deps, { accountNameOrEmail: 'zhang.wei', password, ip: '10.0.0.1', userAgent: 'test', isHttps: false });
    expect(signedIn).toMatchObject({ ok: true, home: '/admin/accounts' });

    const again = await loadFile(deps, order, quiet);
    expect(again).toEqual(['示例区财政局：“2024年度绩效自评（示例）”此前已载入，没有改动。', '系统管理员 张伟　账号 zhang.wei　账号已有，密码不变', '审计管理员 王芳　账号 wang.fang　账号已有，密码不变']);
  });

  test('one person cannot be two administrators', async () => {
    const order = readLoadOrder([await realFile(), '--sysadmin', 'li.na=李娜', '--secadmin', 'li.na=李娜']);
    await expect(loadFile(deps, order, quiet)).rejects.toThrow('li.na 不能担任安全管理员：系统、安全、审计三员相互分立');
  });

  test('demo data stay out of a real database', async () => {
    await expect(loadFile(deps, { file: example, administrators: [] }, quiet)).rejects.toThrow('标明是演示数据');
  });
});

test.each([[[]], [['--sysadmin', 'a=b']], [['f.json', '--boss', 'zhang.wei=张伟']], [['f.json', '--sysadmin']], [['f.json', '--sysadmin', '张伟']]])('%j is refused with the usage', (args) => {
  expect(() => readLoadOrder(args)).toThrow('用法：npm run -s load');
});
