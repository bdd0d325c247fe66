import { describe, expect, it } from 'vitest';
import { findFigures } from './find-figures';
import { passage } from './testing/passage';

const figures = (text: string): string[] => findFigures(passage(text)).map(({ value, unit, exactness }) => `${value}|${unit}|${exactness}`);

describe('figures', () => {
  it.each([
    ['融资额17.3亿元', ['17.3|亿元|exact']],
    ['14.55 万户', ['14.55|万户|exact']],
    ['23,758.69 万元', ['23758.69|万元|exact']],
    ['９９．９２％', ['99.92|%|exact']],
    ['提高2.1个百分点', ['2.1|个百分点|exact']],
    ['约3亿元', ['3|亿元|about']],
    ['超 8.6 亿元', ['8.6|亿元|above']],
    ['超过了96.81%', ['96.81|%|above']],
    ['近500人', ['500|人|below']],
    ['不足60%', ['60|%|below']],
    ['600余笔', ['600|笔|above']],
    ['1.2万余户', ['1.2|万户|above']],
    ['3亿多元', ['3|亿元|above']],
    ['85%以上', ['85|%|above']],
    ['30天以内', ['30|天|below']],
    ['200场左右', ['200|场|about']],
    ['2亿', ['2|亿|exact']],
    ['人均2.1平方米', ['2.1|平方米|exact']],
    ['服务231万人次', ['231|万人次|exact']],
    ['补助300元/人', ['300|元/人|exact']],
    ['下降-5.2%', ['-5.2|%|exact']],
    ['由85%提高到96.81%', ['85|%|exact', '96.81|%|exact']],
    ['0起', ['0|起|exact']],
  ])('%j', (text, expected) => expect(figures(text)).toEqual(expected));

  it.each([
    ['dates', '2024年12月25日、2024年度、12月底、2024-12-31、2024.12.31、1-6月'],
    ['years', '2021—2023年度、2021、2022年'],
    ['document numbers', '财预〔2020〕10号、茂财绩函[2022]2号、(2025)1号'],
    ['ordinals', '第五届、第3条、第12届'],
    ['festivals', '“3·15”'],
    ['telephone numbers', '020-81234567、13800138000、联系电话81234567'],
    ['hotlines', '12345热线、拨打12315'],
    ['standards and codes', 'GB/T 9704-2012、PM2.5、5G、3A级、P03'],
    ['slogans', '“131”服务、7×24小时、1+3+N'],
    ['formulas', '户数/应报户数*100%'],
    ['ages', '65岁以上老人、3岁以下'],
    ['ranges', '95-100分、3至5天、85%～95%'],
    ['item numbers', '1.监管。2、执法；（3）服务'],
    ['an item number before a year', '1.2024年'],
  ])('%s are none', (_name, text) => expect(figures(text)).toEqual([]));

  it('stand where they say they stand', () => {
    const text = '前言。 融资额 ８.６ 亿\n元，完成 99.92 ％。';
    for (const figure of findFigures(passage(text, 'achievements', 100))) expect(text.slice(figure.start - 100, figure.end - 100)).toBe(figure.text);
  });
});
