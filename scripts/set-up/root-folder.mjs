import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** Node 24, from the npm package `node`: the system's own may be older. */
export const node24 = path.join(rootFolder, 'node_modules/.bin/node');
