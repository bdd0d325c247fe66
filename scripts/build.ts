import { spawnSync } from 'node:child_process';
import { node24, rootFolder } from './set-up/root-folder.mjs';
import { buildArguments, buildInputsHash, rememberBuild } from './build/web-build';

const inputsHash = buildInputsHash(rootFolder);
const result = spawnSync(node24, buildArguments, {
  cwd: rootFolder,
  env: { ...process.env, NODE_ENV: 'production' },
  stdio: ['ignore', 2, 2],
});
if (result.status === 0) rememberBuild(rootFolder, inputsHash);
process.exitCode = result.status ?? 1;
