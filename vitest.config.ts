import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { TEST_TIMEOUT } from './app/domain/testing/property-runs';

const root = path.dirname(fileURLToPath(import.meta.url));
const resolve = { alias: { '~': root } };
const exclude = ['**/node_modules/**'];

/** Tests on a real PostgreSQL. */
const onDatabase = {
  environment: 'node' as const,
  globalSetup: ['db/testing/global-set-up.ts'],
  pool: 'forks' as const,
  testTimeout: TEST_TIMEOUT,
  hookTimeout: 60_000,
};

// The Remix plugin stays out: it rewrites modules for the browser build.
export default defineConfig({
  resolve,
  test: {
    passWithNoTests: true,
    // Two at a time: a file may clone a database and start a browser.
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: TEST_TIMEOUT,
          include: ['{app,workers,scripts,db}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts'],
        },
      },
      { resolve, test: { ...onDatabase, name: 'database', include: ['{app,db,scripts}/**/*.db.test.ts'], exclude } },
      { resolve, test: { ...onDatabase, name: 'workers', include: ['workers/**/*.db.test.ts'], exclude } },
    ],
  },
});
