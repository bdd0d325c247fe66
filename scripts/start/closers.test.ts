import { describe, expect, test } from 'vitest';
import { createClosers } from './closers';

describe('closers', () => {
  test('run once, the last started first, even when one fails', async () => {
    const closed: string[] = [];
    const closers = createClosers();
    closers.add(() => Promise.resolve(void closed.push('database')));
    closers.add(() => Promise.reject(new Error('worker refuses')));
    closers.add(() => Promise.resolve(void closed.push('web')));
    await Promise.all([closers.closeAll(), closers.closeAll()]);
    expect(closed).toEqual(['web', 'database']);
  });

  test('what is started while everything closes is closed too', async () => {
    const closed: string[] = [];
    const closers = createClosers();
    await closers.closeAll();
    closers.add(() => Promise.resolve(void closed.push('late')));
    await closers.closeAll();
    expect(closed).toEqual(['late']);
  });
});
