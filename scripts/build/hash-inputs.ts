import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** One hash over names and contents of files and folders below `root`; what is missing and tests beside the sources do not count. */
export function hashInputs(root: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names) addToHash(hash, root, name);
  return hash.digest('hex');
}

function addToHash(hash: Hash, root: string, name: string): void {
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
