import fc from 'fast-check';

/** A decimal: units ÷ 10^digits. */
export interface Drawn {
  readonly units: bigint;
  readonly digits: number;
}

/** Decimal text of units ÷ 10^digits. */
export function decimal({ units, digits }: Drawn): string {
  if (digits < 0) return decimal({ units: units * 10n ** BigInt(-digits), digits: 0 });
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const sign = units < 0n ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The figure in a unit 10^places as small. */
export const moved = ({ units, digits }: Drawn, places: number): Drawn => ({ units, digits: digits - places });

const drawn = (units: fc.Arbitrary<bigint>, digits: fc.Arbitrary<number>): fc.Arbitrary<Drawn> => fc.record({ units, digits });

/** Up to 1e15 with up to six decimals; small ones and whole ones as often, so that figures meet. */
export const positive = fc.oneof(
  fc.integer({ min: 0, max: 6 }).chain((digits) => drawn(fc.bigInt({ min: 1n, max: 10n ** BigInt(15 + digits) }), fc.constant(digits))),
  drawn(fc.bigInt({ min: 1n, max: 20n }), fc.integer({ min: 0, max: 1 })),
  drawn(fc.bigInt({ min: 1n, max: 200n }), fc.constant(0)),
);
export const zero: Drawn = { units: 0n, digits: 0 };
export const notNegative = fc.oneof({ weight: 9, arbitrary: positive }, { weight: 1, arbitrary: fc.constant(zero) });
export const signed = fc.oneof(
  { weight: 8, arbitrary: notNegative },
  { weight: 2, arbitrary: positive.map((figure): Drawn => ({ ...figure, units: -figure.units })) },
);

/** A figure that lies in an interesting place beside another: on it, twice it, just beside, a part of it, or anywhere. */
export function beside(other: Drawn, anywhere: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn> {
  const { units, digits } = other;
  return fc.oneof(
    anywhere,
    fc.constantFrom<Drawn>({ units, digits }, { units: 2n * units, digits }, { units: units + 1n, digits }, { units: units - 1n, digits }, { units: 2n * units - 1n, digits }, zero),
    fc.integer({ min: 1, max: 240 }).map((percent): Drawn => ({ units: (units * BigInt(percent)), digits: digits + 2 })),
  );
}

/** A weight of 0.1 to 40 points, in tenths or hundredths. */
export const weight = fc.oneof(drawn(fc.bigInt({ min: 1n, max: 400n }), fc.constant(1)), drawn(fc.bigInt({ min: 10n, max: 4000n }), fc.constant(2)), drawn(fc.bigInt({ min: 1n, max: 40n }), fc.constant(0)));

/** A share between 0 and 1 in hundredths, as text a rule accepts. */
export const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => (hundredths === 100 ? '1' : decimal({ units: BigInt(hundredths), digits: 2 })));

/** Units of a target with other units the actual may be typed in, and how many places the point moves. */
export const typedUnit = fc.constantFrom<readonly [target: string, typed: string, places: number]>(
  ['', '', 0],
  ['%', '%', 0],
  ['%', '', 0],
  ['起', '起', 0],
  ['万户', '户', 4],
  ['户', '万户', -4],
  ['亿元', '万元', 4],
  ['万元', '元', 4],
  ['万元', '亿元', -4],
  ['公里', '米', 3],
  ['吨', '公斤', 3],
  ['万亩', '亩', 4],
  ['万亩', '', 0],
);

/** Thousands separators where they are wanted and the figure is not longer than any real one. */
export function grouped(text: string, isGrouped: boolean): string {
  if (!isGrouped || text.length > 22) return text;
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (point < 0 ? '' : text.slice(point));
}
