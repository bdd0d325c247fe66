import { describe, expect, test } from 'vitest';
import { planStart } from './plan';

const folder = { caller: '/home/li', root: '/srv/hengji' };
const urls = { DATABASE_URL: 'postgresql://u/h', DATABASE_OWNER_URL: 'postgresql://o/h', DATABASE_DISPATCHER_URL: 'postgresql://d/h' };

describe('planStart', () => {
  test('without settings: embedded database below the checkout, port 3000, demo', () => {
    expect(planStart({}, [], folder)).toEqual({
      mode: 'production',
      givenDatabase: undefined,
      dataDir: '/srv/hengji/.data',
      host: '0.0.0.0',
      port: 3000,
      isDemo: true,
    });
  });

  test('a given database brings no demo unless asked for', () => {
    expect(planStart(urls, [], folder)).toMatchObject({
      givenDatabase: { userUrl: 'postgresql://u/h', ownerUrl: 'postgresql://o/h', dispatcherUrl: 'postgresql://d/h' },
      isDemo: false,
    });
    expect(planStart({ ...urls, HENGJI_DEMO: '1' }, [], folder).isDemo).toBe(true);
    expect(planStart({ HENGJI_DEMO: '0' }, [], folder).isDemo).toBe(false);
  });

  test('a database given in part is refused by naming what is missing', () => {
    expect(() => planStart({ DATABASE_URL: 'postgresql://u/h' }, [], folder)).toThrow('现缺少 DATABASE_OWNER_URL、DATABASE_DISPATCHER_URL');
  });

  test('a relative data folder lies where the caller stands', () => {
    expect(planStart({ HENGJI_DATA_DIR: 'data' }, [], folder).dataDir).toBe('/home/li/data');
    expect(planStart({ HENGJI_DATA_DIR: '/var/lib/hengji' }, [], folder).dataDir).toBe('/var/lib/hengji');
  });

  test('--dev is the only argument', () => {
    expect(planStart({}, ['--dev'], folder).mode).toBe('development');
    expect(() => planStart({}, ['--fast'], folder)).toThrow('不认识的参数 --fast');
  });
});
