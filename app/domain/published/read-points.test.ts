import { describe, expect, it } from 'vitest';
import { exactText } from '../shared/fraction-text';
import { readPoints } from './read-points';
import { readRowPoints } from './row-points';

describe('分值 and 得分 as printed', () => {
  it.each([
    ['10', '10', false],
    ['22.5', '22.5', false],
    ['１０．５', '10.5', false],
    ['25.00', '25.00', false],
    ['9.5分', '9.5', false],
    ['-2', '-2', false],
    ['25%', '25', true],
    ['25 ％', '25', true],
  ])('%s', (printed, decimal, isShare) => {
    expect(readPoints(printed)).toMatchObject({ kind: 'points', points: { decimal, isShare } });
  });

  it.each([null, '', '  ', '/', '—', '无'])('%j is nothing', (printed) => {
    expect(readPoints(printed).kind).toBe('nothing');
  });

  it.each(['优', '10个', '≥10', '8+8', '约9', '1e3', '10（8）'])('%s is no score', (printed) => {
    expect(readPoints(printed).kind).toBe('unreadable');
  });
});

describe('the points of a line', () => {
  const read = (weight: string | null, score: string | null) => {
    const { weight: worth, published, notes } = readRowPoints({ weight, score });
    return { weight: worth == null ? null : exactText(worth), published: published?.decimal ?? null, notes };
  };

  it('reads a score with % as a share of its weight', () => {
    expect(read('8', '95%')).toEqual({ weight: '8', published: '7.6', notes: ['得分“95%”按分值的百分比读，为 7.6 分'] });
  });

  it('reads both with % as points of a hundred', () => {
    expect(read('10%', '9.5%')).toEqual({ weight: '10', published: '9.5', notes: ['分值“10%”按百分制的分数读'] });
  });

  it('has no weight where none above 0 is printed', () => {
    expect(read('0', '0')).toEqual({ weight: null, published: '0', notes: ['分值“0”不大于 0，按没有分值处理'] });
    expect(read('-5', null)).toMatchObject({ weight: null, notes: ['分值“-5”不大于 0，按没有分值处理'] });
    expect(read('一般', '好')).toEqual({ weight: null, published: null, notes: ['分值“一般”读不出数，按没有分值处理', '得分“好”读不出数，按没有得分处理'] });
    expect(read('—', '/')).toEqual({ weight: null, published: null, notes: [] });
  });
});
