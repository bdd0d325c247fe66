import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled, rememberInstallation } from './install-stamp.mjs';

let root: string;
const write = (name: string, text: string) => writeFileSync(path.join(root, name), text);

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'hengji-stamp-'));
  write('package.json', '{"dependencies":{"a":"1.0.0"},"scripts":{"x":"y"}}');
  write('package-lock.json', '{"a":1}');
  mkdirSync(path.join(root, 'node_modules/.bin'), { recursive: true });
  write('node_modules/.bin/node', '');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('installation stamp', () => {
  test('packages without a stamp count as not installed', () => {
    expect(isInstalled(root)).toBe(false);
  });

  test('a remembered installation holds until something it depends on changes', () => {
    rememberInstallation(root);
    expect(isInstalled(root)).toBe(true);
    write('package.json', '{"dependencies":{"a":"1.0.0"},"scripts":{"x":"z"}}');
    expect(isInstalled(root)).toBe(true);
  });

  test.each([
    ['the lock file', () => write('package-lock.json', '{"a":2}')],
    ['the wanted packages', () => write('package.json', '{"dependencies":{"a":"2.0.0"}}')],
    ['the Node binary', () => rmSync(path.join(root, 'node_modules/.bin/node'))],
  ])('a change of %s asks for another installation', (_what, change) => {
    rememberInstallation(root);
    change();
    expect(isInstalled(root)).toBe(false);
  });
});
