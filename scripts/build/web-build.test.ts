import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildInputsHash, isBuilt, rememberBuild } from './web-build';

let root: string;
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'hengji-build-'));
  write('app/routes.ts', 'one');
  write('app/routes.test.ts', 'test');
  write('build/server/index.js', 'built');
  rememberBuild(root, buildInputsHash(root));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('web build stamp', () => {
  test('an unchanged tree is built', () => {
    expect(isBuilt(root)).toBe(true);
  });

  test.each([
    ['changed source', () => write('app/routes.ts', 'two')],
    ['new source', () => write('app/other.ts', 'one')],
    ['renamed source', () => (write('app/routes2.ts', 'one'), rmSync(path.join(root, 'app/routes.ts')))],
    ['changed public file', () => write('public/favicon.svg', '<svg/>')],
    ['changed lock file', () => write('package-lock.json', '{}')],
    ['missing build', () => rmSync(path.join(root, 'build/server'), { recursive: true })],
  ])('%s asks for a build', (_what, change) => {
    change();
    expect(isBuilt(root)).toBe(false);
  });

  test('a changed test does not', () => {
    write('app/routes.test.ts', 'other');
    expect(isBuilt(root)).toBe(true);
  });
});
