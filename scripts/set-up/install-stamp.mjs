import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const stampName = 'node_modules/.hengji-install';

/** Names what an installation depends on: the wanted packages, and the platform whose binaries were chosen. */
export function wantedStamp(root) {
  const hash = createHash('sha256');
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  hash.update(JSON.stringify([manifest.dependencies, manifest.devDependencies, manifest.overrides, process.platform, process.arch]));
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(lock)) hash.update(readFileSync(lock));
  return hash.digest('hex');
}

export function isInstalled(root) {
  const stamp = path.join(root, stampName);
  if (!existsSync(path.join(root, 'node_modules/.bin/node')) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8').trim() === wantedStamp(root);
}

/** Written only after npm ended well, so that an interrupted installation is repeated. */
export function rememberInstallation(root) {
  writeFileSync(path.join(root, stampName), `${wantedStamp(root)}\n`);
}
