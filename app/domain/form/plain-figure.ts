import type { Figure, FigureReading } from './figure';
import { remembering, rememberingPart } from '../shared/remember';
import { scanPlain } from './scan-plain';

/** How a sign and a unit are read around the figure 1; null where that takes more than taking them apart. */
type Template = Pick<Figure, 'unit' | 'operator' | 'operatorText'> | null;

const MAX_SIGNS = 20;
const MAX_UNITS = 300;
const NO_NOTES: readonly string[] = [];

/**
 * A short way for the commonest spellings. What stands around the figure is read once by `read`, the whole reading, with 1 in place of the figure; where
 * that finds nothing to note, any other figure in its place is read the same. Null: take the whole reading.
 */
export function createPlainReader(read: (typed: string) => FigureReading): (typed: string) => Figure | null {
  const templatesOf = remembering(MAX_SIGNS, (sign) =>
    rememberingPart(MAX_UNITS, (unit): Template => {
      const reading = read(`${sign}1${unit}`);
      const plain = reading.ok && reading.figure.number === '1' && reading.figure.notes.length === 0;
      return plain ? { unit: reading.figure.unit, operator: reading.figure.operator, operatorText: reading.figure.operatorText } : null;
    }),
  );
  const unsigned = templatesOf('');
  const figureOf = (sign: string, number: string, text: string, unitStart: number, unitEnd: number): Figure | null => {
    const template = (sign === '' ? unsigned : templatesOf(sign))(text, unitStart, unitEnd);
    return template && { number, unit: template.unit, operator: template.operator, operatorText: template.operatorText, notes: NO_NOTES };
  };
  return (typed) => scanPlain(typed, figureOf);
}
