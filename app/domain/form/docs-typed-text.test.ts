import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMPARATOR_SIGNS } from './indicator-system-version';
import { type ParsedTarget, parseTarget } from './parse-target';
import { type ActualReading, readActual } from './read-actual';

const FISCAL_YEAR = 2024;
const guide = readFileSync(new URL('../../../docs/typed-text.md', import.meta.url), 'utf8');

/** The rows of the table below a heading, without its head. */
function rows(heading: string): string[][] {
  const section = guide.slice(guide.indexOf(`\n## ${heading}\n`)).split('\n## ')[1]!;
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')));
}

function targetWords(target: ParsedTarget): readonly [string, string] {
  switch (target.kind) {
    case 'number': {
      const sign = target.comparator === null ? '' : `${COMPARATOR_SIGNS[target.comparator]} `;
      return [`${sign}${target.value} ${target.unit}`.trim() + (target.deadline ? `, by ${target.deadline}` : ''), target.assumptions.join('；')];
    }
    case 'range':
      return [`${target.low} … ${target.high} ${target.unit}`, target.assumptions.join('；')];
    case 'date':
      return [`by ${target.date}`, target.assumptions.join('；')];
    case 'none':
      return ['not applicable', ''];
    case 'words':
      return ['words', target.reason];
  }
}

function actualWords(actual: ActualReading): readonly [string, string] {
  switch (actual.kind) {
    case 'number':
      return [`${actual.value} ${actual.unit}`.trim() + (actual.conversion === null ? '' : ` (× ${actual.conversion.factor})`), actual.assumptions.join('；')];
    case 'date':
      return [actual.date, actual.assumptions.join('；')];
    case 'none':
      return ['not applicable', ''];
    case 'empty':
      return ['empty', ''];
    case 'words':
      return ['words', actual.reason];
  }
}

describe('docs/typed-text.md', () => {
  it.each(rows('Targets'))('target %s (%s) is %s', (typed, unit, readAs, notes) => {
    expect(targetWords(parseTarget(typed!, unit, FISCAL_YEAR))).toEqual([readAs, notes]);
  });

  it.each(rows('Actuals'))('against %s, %s is %s', (target, typed, readAs, notes) => {
    expect(actualWords(readActual(typed!, parseTarget(target!, '', FISCAL_YEAR), FISCAL_YEAR))).toEqual([readAs, notes]);
  });

  it('has its tables', () => expect([rows('Targets').length, rows('Actuals').length]).toEqual([45, 21]));
});
