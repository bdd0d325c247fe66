import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeDataLock } from './data-lock';
import { findRunningPostmaster } from './postmaster';
import { identifyProcess, isSameProcessAlive } from './process-identity';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'hengji-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function deadProcessId(): Promise<number> {
  const child = spawn('/bin/true');
  await once(child, 'exit');
  return child.pid as number;
}

describe('takeDataLock', () => {
  test('refuses a folder in use, naming the holder and the way out', async () => {
    const lock = await takeDataLock(folder);
    await expect(takeDataLock(folder)).rejects.toThrow(`进程号 ${process.pid}`);
    await lock.release();
    await (await takeDataLock(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes over from a dead holder, from a reused process id and from half a file', async () => {
    const dead = { pid: await deadProcessId(), startedAt: '1' };
    const reused = { pid: process.pid, startedAt: 'another time' };
    for (const text of [JSON.stringify(dead), JSON.stringify(reused), '{"pid":']) {
      writeFileSync(path.join(folder, 'owner.json'), text);
      await (await takeDataLock(folder)).release();
    }
  });
});

describe('isSameProcessAlive', () => {
  test('knows this process and no later one with its id', () => {
    const own = identifyProcess(process.pid);
    expect(own && isSameProcessAlive(own)).toBe(true);
    expect(isSameProcessAlive({ pid: process.pid, startedAt: '0' })).toBe(false);
  });
});

describe('findRunningPostmaster', () => {
  test('a leftover postmaster.pid of a dead or foreign process means nobody runs', async () => {
    expect(await findRunningPostmaster(folder)).toBeUndefined();
    for (const pid of [await deadProcessId(), process.pid]) {
      writeFileSync(path.join(folder, 'postmaster.pid'), `${pid}\n${folder}\n`);
      expect(await findRunningPostmaster(folder)).toBeUndefined();
    }
  });
});
