import { describe, expect, inject, test } from 'vitest';
import { withClient } from './set-up-database';

const urls = inject('postgres');

describe('login roles', () => {
  test.each([
    ['app_owner', urls.ownerUrl],
    ['app_user', urls.userUrl],
    ['app_dispatcher', urls.dispatcherUrl],
  ])('%s signs in and may not bypass row-level security', async (role, url) => {
    const rows = await withClient(url, async (client) => {
      const result = await client.query(
        'select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
      );
      return result.rows as unknown[];
    });
    expect(rows).toEqual([{ rolname: role, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
  });

  test('app_owner owns the database and may create tables; the others may not', async () => {
    await withClient(urls.ownerUrl, async (client) => {
      await client.query('create table public.embedded_probe (id int)');
      await client.query('drop table public.embedded_probe');
    });
    for (const url of [urls.userUrl, urls.dispatcherUrl]) {
      const attempt = withClient(url, (client) => client.query('create table public.embedded_probe (id int)'));
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('text is UTF-8', async () => {
    await withClient(urls.ownerUrl, async (client) => {
      const result = await client.query("select current_setting('server_encoding') as encoding");
      expect(result.rows[0]).toEqual({ encoding: 'UTF8' });
    });
  });
});
