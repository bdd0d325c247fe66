import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Files that may hand raw statements past the tenant plugin: in each, every tenant table carries its `bureau_id` predicate by hand. */
const filesWithRaw = ['db/queries/cells.server.ts'];

/** Files that may take the plugins off a handle: they open the transaction and put its own plugin on. */
const filesWithoutPlugins = ['db/tenant-plugin/sealed-transaction.ts', 'db/tenant.server.ts'];

/** postgres.js keeps a dead transaction handle working: these files listen, and nothing else. */
const filesWithPostgresJs = ['db/listen.server.ts', 'db/outbox-channel.server.ts'];

async function filesWith(pattern: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of ['app', 'db', 'workers', 'scripts']) {
    const entries = await readdir(path.join(root, folder), { recursive: true });
    for (const entry of entries.filter((name) => /\.(ts|tsx|mts|mjs)$/.test(name))) {
      const file = path.join(folder, entry);
      if (/\.test\.tsx?$|^db\/testing\//.test(file)) continue;
      if (pattern.test(await readFile(path.join(root, file), 'utf8'))) found.push(file);
    }
  }
  return found.sort();
}

test('raw SQL passes the tenant plugin in the listed files only', async () => {
  expect(await filesWith(/import \{[^}]*\ballowRaw\b[^}]*\} from/)).toEqual(filesWithRaw);
});

test('plugins are taken off in the listed files only', async () => {
  expect(await filesWith(/\bwithoutPlugins\(|\bCompiledQuery\b/)).toEqual(filesWithoutPlugins);
});

test('postgres.js is used in the listed files only', async () => {
  expect(await filesWith(/from 'postgres'|import\('postgres'\)/)).toEqual(filesWithPostgresJs);
});
