import { describe, expect, it } from 'vitest';
import { fraction } from '../shared/fraction-text';
import { agrees, inUnit, shownFigure } from './figure-value';
import { findFigures } from './find-figures';
import { passage } from './testing/passage';

const figure = (text: string) => findFigures(passage(text))[0]!;

describe('a figure against an exact value', () => {
  it.each([
    ['17.3亿元', '17.3', '亿元', true],
    ['173000万元', '17.3', '亿元', true],
    ['超8.6亿元', '17.3', '亿元', false],
    ['超8.6亿元', '8.65', '亿元', true],
    ['超8.6亿元', '8.5', '亿元', false],
    ['超600笔', '650', '笔', true],
    ['超2亿元', '2.9', '亿元', true],
    ['近3亿元', '2.9', '亿元', true],
    ['近3亿元', '3.1', '亿元', false],
    ['近3亿元', '1.5', '亿元', false],
    ['约3亿元', '3.2', '亿元', true],
    ['约3亿元', '5', '亿元', false],
    ['96.8%', '96.81', '%', true],
    ['97%', '96.81', '%', true],
    ['96%', '96.81', '%', true],
    ['95%', '96.81', '%', false],
    ['14.55万户', '145500', '户', true],
    ['14万户', '14.55', '万户', false],
    ['15万户', '14.55', '万户', true],
    ['0起', '0', '起', true],
    ['1起', '0', '起', false],
    ['0起', '1', '起', false],
    ['17.3亿元', '96', '%', null],
    ['8次', '8', '起', true],
    ['96.81%', '0.9681', '', false],
  ])('%s and %s %s: %s', (text, value, unit, expected) => expect(agrees(figure(text), fraction(value), unit)).toBe(expected));

  it('has no value in a unit when it has none itself', () => expect(inUnit({ value: '3', unit: '' }, '亿元')).toBeNull());

  it('is shown with its bounding word', () => expect(shownFigure(figure('超 8.6 亿元'))).toBe('超 8.6亿元'));
});
