import type { CellValue } from '@protobi/exceljs';
import type { SheetCell } from '~/app/domain/round/target-sheets-table';

/** Digits a spreadsheet itself keeps of a number; beyond them stands the noise of binary fractions. */
const SHEET_DIGITS = 15;

/**
 * The text of a cell as the person who typed it means it: rich text without its looks, the result of a formula, a number in plain notation
 * (with its per-cent sign where the format shows one), a date as 2024-12-31.
 */
export function cellText(value: CellValue, numberFormat: string): SheetCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  if (typeof value === 'number') return numberText(value, numberFormat);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { unreadable: '日期不能识别，请改为文本。' } : value.toISOString().slice(0, 10);
  if ('error' in value) return { unreadable: `单元格的值是错误 ${value.error}，请改为确定的内容。` };
  if ('richText' in value) return cellText(value.richText.map((part) => part.text).join(''), numberFormat);
  if ('hyperlink' in value) return cellText(value.text as CellValue, numberFormat);
  if ('formula' in value || 'sharedFormula' in value) {
    return value.result === undefined || value.result === null ? { unreadable: '公式没有结果，请改为确定的内容。' } : cellText(value.result, numberFormat);
  }
  return { unreadable: '单元格内容不能识别，请改为文本。' };
}

function numberText(value: number, numberFormat: string): SheetCell {
  if (!Number.isFinite(value)) return { unreadable: '数值不能识别，请改为文本。' };
  const isPercent = /%/.test(numberFormat.replace(/"[^"]*"|\\./g, ''));
  const [digits, power] = value.toExponential(SHEET_DIGITS - 1).split('e') as [string, string];
  return `${shift(digits, parseInt(power, 10) + (isPercent ? 2 : 0))}${isPercent ? '%' : ''}`;
}

/** "8.5000" and 1 → "85": moves the point of d.ddd by `power` places and drops the zeros behind it. */
function shift(digits: string, power: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const figures = digits.replace(/[-.]/g, '');
  const at = power + 1;
  const whole = at <= 0 ? '0' : figures.slice(0, at).padEnd(at, '0').replace(/^0+(?=\d)/, '');
  const decimals = (at <= 0 ? '0'.repeat(-at) + figures : figures.slice(at)).replace(/0+$/, '');
  const text = decimals === '' ? whole : `${whole}.${decimals}`;
  return text === '0' ? '0' : sign + text;
}
