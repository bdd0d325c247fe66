import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-text';

describe('csvLine', () => {
  it('quotes every cell and doubles quotes', () => {
    expect(csvLine(['甲', '说"好"', 'a,b', ''])).toBe('"甲","说""好""","a,b",""\r\n');
  });

  it.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\n=cmd|1', '＝1', '＋1', '|calc', '%0a', '\u00a0=1', '\ufeff=1'])('never begins a formula: %j', (text) => {
    expect(csvLine([text])).toMatch(/^"'/);
  });

  it('keeps one event on one line', () => {
    expect(csvLine(['一\r\n二', '三\n四'])).toBe('"一 二","三 四"\r\n');
  });
});
