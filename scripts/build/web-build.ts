import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashInputs } from './hash-inputs';

/** What the built web depends on. */
const inputs = ['app', 'public', 'scripts/build', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const stampPlace = 'build/.hengji-build';
const serverBuild = 'build/server/index.js';

export function buildInputsHash(root: string): string {
  return hashInputs(root, inputs);
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
