import { expect, test } from 'vitest';
import { createClosers } from './closers';
import { runScript, tellingLines } from './run-script';

const run = (code: string) =>
  runScript({ title: '试运行', args: ['-e', code], environment: { GREETING: '你好' }, closers: createClosers() });

test('a script gives back its standard output only', async () => {
  expect(await run('console.log(process.env.GREETING); console.error("noise")')).toBe('你好\n');
});

test('a script that fails is refused with what it said', async () => {
  await expect(run('console.error("disk full"); process.exit(3)')).rejects.toThrow('试运行失败（退出码 3）：\ndisk full');
});

test('a long output is shown from its first error on', () => {
  expect(tellingLines('one\ntwo\nBuild failed: x\nat y\nat z', 2)).toBe('Build failed: x\nat y');
  expect(tellingLines('one\ntwo\nthree', 2)).toBe('two\nthree');
});
