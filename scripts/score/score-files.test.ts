import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoreFile } from './score-files';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'hengji-score-'));
  const table = (id: string, weight: unknown) => JSON.stringify({ id, indicators: [{ l3: '里程', target_text: '≥50公里', actual_text: '40', weight, score: '8' }] });
  await writeFile(path.join(folder, 'good.json'), table('good', '10'));
  await writeFile(path.join(folder, 'numbers.json'), table('numbers', 10));
  await writeFile(path.join(folder, 'bad.json'), table('bad', { of: 10 }));
  await writeFile(path.join(folder, 'list.json'), '[]');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a file', () => {
  it('gives its document', async () => {
    expect(await scoreFile('good.json', folder)).toMatchObject({ ok: true, document: { id: 'good', indicators: [{ computedScore: '8.00', explainedBy: 'exact' }] } });
    expect(await scoreFile(path.join(folder, 'numbers.json'), os.tmpdir())).toMatchObject({ ok: true, document: { indicators: [{ computedScore: '8.00' }] } });
  });

  it.each([
    ['bad.json', 'bad.json：indicators[0].weight 应为文本、数字或 null。'],
    ['list.json', 'list.json：整个文件应为一张公布的自评表（JSON 对象），却是列表。'],
    ['nosuch.json', 'nosuch.json：找不到这个文件。'],
    ['.', '.：是文件夹，应为一个 JSON 文件。'],
  ])('%s is refused in one sentence', async (name, message) => {
    expect(await scoreFile(name, folder)).toEqual({ ok: false, message });
  });
});

describe('the command', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const run = (...names: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const command = ['--import', 'tsx', 'scripts/score.ts', ...names];
      execFile(process.execPath, command, { cwd: root, env: { ...process.env, INIT_CWD: folder } }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });

  it('prints one document per line in the order of the arguments, from the caller’s folder', async () => {
    const { code, stdout, stderr } = await run('numbers.json', './good.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n').map((text) => (JSON.parse(text) as { id: string }).id)).toEqual(['numbers', 'good']);
  });

  it('prints the good files and a sentence for each bad one', async () => {
    const { code, stdout, stderr } = await run('bad.json', 'good.json', 'nosuch.json');
    expect(code).toBe(2);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toBe('bad.json：indicators[0].weight 应为文本、数字或 null。\nnosuch.json：找不到这个文件。\n');
  });

  it('says how it is called', async () => {
    for (const names of [[], ['--help']]) expect(await run(...names)).toEqual({ code: 2, stdout: '', stderr: '用法：npm run -s score -- 自评表.json [自评表.json …]\n' });
  });
});
