import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the built web depends on; tests beside the sources do not count. */
const inputs = ['app', 'public', 'scripts/build', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const stampPlace = 'build/.hengji-build';
const serverBuild = 'build/server/index.js';

export function buildInputsHash(root: string): string {
  const hash = createHash('sha256');
  for (const input of inputs) addToHash(hash, root, input);
  return hash.digest('hex');
}

export function isBuilt(root: string): boolean {
  const stamp = path.join(root, stampPlace);
  return existsSync(path.join(root, serverBuild)) && existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === buildInputsHash(root);
}

/** Written with the hash taken before the build: a file changed meanwhile causes another build. */
export function rememberBuild(root: string, inputsHash: string): void {
  writeFileSync(path.join(root, stampPlace), `${inputsHash}\n`);
}

/** Arguments for Node; NODE_ENV=production belongs in the environment. */
export const buildArguments = ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'];

function addToHash(hash: ReturnType<typeof createHash>, root: string, name: string): void {
  const place = path.join(root, name);
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found || /\.test\.tsx?$/.test(name)) return;
  if (found.isDirectory()) {
    for (const entry of readdirSync(place).sort()) addToHash(hash, root, path.join(name, entry));
    return;
  }
  // Lengths keep the border between one file's end and the next one's name.
  hash.update(`${name}\0${found.size}\0`).update(readFileSync(place));
}
