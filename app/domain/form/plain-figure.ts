import type { Figure, FigureReading } from './figure';

/** Sign, number and unit as most people write them: "≥85%", "14.55万户", "23,740.11", "2 起". */
const PLAIN = /^ ?(?:(≥|≤|>=|<=) ?|(=))?((?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.\d{1,12})?) ?([%‰\u4e00-\u9fff]{0,5}) ?$/;

/** How a sign and a unit are read around the figure 1; null where that takes more than taking them apart. */
type Template = Pick<Figure, 'unit' | 'operator' | 'operatorText'> | null;

const MAX_TEMPLATES = 500;
const NO_NOTES: readonly string[] = [];

/**
 * A short way for the commonest spellings. What stands around the figure is read once by `read`, the whole reading, with 1 in place of the figure; where
 * that finds nothing to note, any other figure in its place is read the same. Null: take the whole reading.
 */
export function createPlainReader(read: (typed: string) => FigureReading): (typed: string) => Figure | null {
  const templates = new Map<string, Template>();
  const templateOf = (sign: string, unit: string): Template => {
    const key = `${sign} ${unit}`;
    const known = templates.get(key);
    if (known !== undefined) return known;
    const reading = read(`${sign}1${unit}`);
    const plain = reading.ok && reading.figure.number === '1' && reading.figure.notes.length === 0;
    const template = plain ? { unit: reading.figure.unit, operator: reading.figure.operator, operatorText: reading.figure.operatorText } : null;
    if (templates.size < MAX_TEMPLATES) templates.set(key, template);
    return template;
  };
  return (typed) => {
    const match = PLAIN.exec(typed);
    if (!match) return null;
    const template = templateOf(match[1] ?? match[2] ?? '', match[4]!);
    if (template === null) return null;
    const number = match[3]!;
    return { number: number.includes(',') ? number.replace(/,/g, '') : number, unit: template.unit, operator: template.operator, operatorText: template.operatorText, notes: NO_NOTES };
  };
}
