import type { Random } from './random';

/** A decimal with a fixed number of digits, not negative. */
export function decimalOf(units: number | bigint, digits: number): string {
  const text = units.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** "1234.50" → "1,234.50". */
export function withSeparators(decimal: string): string {
  const [whole = '', decimals] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** The decimal point moved to the right (places above 0) or to the left. */
export function shiftPoint(decimal: string, places: number): string {
  const [whole = '', decimals = ''] = decimal.split('.');
  const digits = (places < 0 ? '0'.repeat(-places) : '') + whole + decimals + (places > 0 ? '0'.repeat(places) : '');
  const point = whole.length + places + (places < 0 ? -places : 0);
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = digits.slice(point).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

const fullWidth = (text: string): string => text.replace(/[0-9.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Larger and smaller units of a measure, with the places the point moves. */
const SIBLINGS: Readonly<Record<string, readonly (readonly [unit: string, places: number])[]>> = {
  万户: [['户', 4]],
  亿元: [['万元', 4]],
  万元: [
    ['亿元', -4],
    ['元', 4],
  ],
  万亩: [['亩', 4]],
  公里: [['米', 3]],
};

/** A figure of an 实际完成值 or an input as people type it into a cell of that unit. */
export function typedFigure(random: Random, decimal: string, unit: string): string {
  const sibling = SIBLINGS[unit];
  if (sibling !== undefined && decimal !== '0' && random.chance(15)) {
    const [other, places] = random.pick(sibling);
    return `${shiftPoint(decimal, places)}${other}`;
  }
  const separated = random.chance(50) ? withSeparators(decimal) : decimal;
  const written = random.chance(10) ? ` ${separated}` : separated;
  if (random.chance(4)) return fullWidth(`${decimal}${unit}`);
  return random.chance(65) ? `${written}${random.chance(10) ? ' ' : ''}${unit}` : written;
}

/** An amount in 万元 as typed into a money cell. */
export function typedMoney(random: Random, decimal: string): string {
  if (random.chance(4) && decimal !== '0.00') return `${shiftPoint(decimal, 4)}元`;
  if (random.chance(10)) return `${withSeparators(decimal)}万元`;
  return random.chance(70) ? withSeparators(decimal) : decimal;
}
