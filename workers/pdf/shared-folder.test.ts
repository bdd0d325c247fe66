import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildOnce, sweepLeftovers } from './shared-folder';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'hengji-test-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

describe('a folder built once', () => {
  let builds = 0;
  const build = (): Promise<string | null> =>
    buildOnce(parent, 'thing', async (folder) => {
      builds += 1;
      mkdirSync(join(folder, 'inner'));
      await writeFile(join(folder, 'inner', 'file'), 'content', { mode: 0o600 });
      await writeFile(join(folder, 'program'), '#!', { mode: 0o700 });
    });
  beforeEach(() => {
    builds = 0;
  });

  it('is shared by processes that ask at the same time, readable by others whatever the umask', async () => {
    const before = process.umask(0o077);
    const folders = await Promise.all([build(), build(), build()]);
    process.umask(before);
    expect(new Set(folders).size).toBe(1);
    const folder = folders[0]!;
    expect(readdirSync(parent)).toHaveLength(1);
    expect((statSync(join(folder, 'inner')).mode & 0o777).toString(8)).toBe('755');
    expect((statSync(join(folder, 'inner', 'file')).mode & 0o777).toString(8)).toBe('644');
    expect((statSync(join(folder, 'program')).mode & 0o777).toString(8)).toBe('755');
    await build();
    expect(builds).toBeLessThanOrEqual(3);
  });

  it('is built again when a file of it went missing or was cut', async () => {
    const folder = (await build())!;
    rmSync(join(folder, 'inner', 'file'));
    await build();
    expect(readFileSync(join(folder, 'inner', 'file'), 'utf8')).toBe('content');
    writeFileSync(join(folder, 'program'), '');
    await build();
    expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('#!');
    expect(builds).toBe(3);
  });

  it('is not taken over from a folder others may write', async () => {
    const folder = (await build())!;
    chmodSync(folder, 0o777);
    expect(await build()).toBeNull();
  });

  it('leaves nothing behind when filling fails', async () => {
    await expect(
      buildOnce(parent, 'broken', () => {
        throw new Error('cut');
      }),
    ).rejects.toThrow('cut');
    expect(readdirSync(parent)).toEqual([]);
  });
});

it('sweeps what ended processes left and nothing of living ones', async () => {
  const gone = 2 ** 22 + 1;
  for (const name of [`p-${gone}-a`, `p-${process.pid}-b`, 'p-1-c', 'p-x', 'other']) mkdirSync(join(parent, name));
  await sweepLeftovers(parent, 'p-');
  expect(existsSync(join(parent, `p-${gone}-a`))).toBe(false);
  expect(readdirSync(parent).sort()).toEqual(['other', 'p-1-c', `p-${process.pid}-b`, 'p-x'].sort());
});
