import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClipboardTable } from './clipboard-table';

test.each([
  ['12', [['12']]],
  ['1\t2\r\n3\t4\r\n', [['1', '2'], ['3', '4']]],
  ['a\t\tb', [['a', '', 'b']]],
  ['"第一行\n第二行"\t"说""好"""', [['第一行\n第二行', '说"好"']]],
  ['"未闭合', [['"未闭合']]],
  ['5" 管\t1', [['5" 管', '1']]],
  ['', [['']]],
])('%j', (text, table) => {
  expect(readClipboardTable(text)).toEqual(table);
});

test('reads back what a spreadsheet writes', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', '，', ' ') });
  const write = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })), (table) => {
      expect(readClipboardTable(`${table.map((row) => row.map(write).join('\t')).join('\n')}\n`)).toEqual(table);
    }),
  );
});
