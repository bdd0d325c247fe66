import { AlignmentType, convertMillimetersToTwip, type IParagraphOptions, type IRunOptions, LineRuleType } from 'docx';

/** Faces by the names every office machine in China has; Word substitutes where one is missing. */
const FACES = {
  fang: { ascii: '仿宋_GB2312', eastAsia: '仿宋_GB2312', hAnsi: '仿宋_GB2312', cs: '仿宋_GB2312' },
  hei: { ascii: '黑体', eastAsia: '黑体', hAnsi: '黑体', cs: '黑体' },
  kai: { ascii: '楷体_GB2312', eastAsia: '楷体_GB2312', hAnsi: '楷体_GB2312', cs: '楷体_GB2312' },
  title: { ascii: '方正小标宋简体', eastAsia: '方正小标宋简体', hAnsi: '方正小标宋简体', cs: '方正小标宋简体' },
  song: { ascii: '宋体', eastAsia: '宋体', hAnsi: '宋体', cs: '宋体' },
} as const;
export type Face = keyof typeof FACES;

/** Half-points: 3号 16 pt as Word offers it, 2号 for the title, 五号 in tables, 4号 page numbers. */
export const SIZES = { body: 32, title: 44, attachmentTitle: 36, table: 21, folio: 28 } as const;

export const run = (face: Face, size: number, more: Partial<IRunOptions> = {}): Partial<IRunOptions> => ({ font: FACES[face], size, ...more });

/** Twentieths of a point: 22 lines in 225 mm. */
export const LINE = { line: 579, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const TABLE_LINE = { line: 290, lineRule: LineRuleType.EXACT, before: 20, after: 20 } as const;

/** Twentieths of a point that `count` characters of the body take. */
export const characters = (count: number): number => count * SIZES.body * 10;

/** 首行缩进 2 字符. */
export const INDENT = { firstLine: SIZES.body * 10 * 2, firstLineChars: 200 } as const;

export const bodyParagraph: Partial<IParagraphOptions> = { spacing: LINE, indent: INDENT, alignment: AlignmentType.BOTH, widowControl: false, autoSpaceEastAsianText: false };
export const tableParagraph: Partial<IParagraphOptions> = { spacing: TABLE_LINE, widowControl: false };

const mm = convertMillimetersToTwip;
const PAPER = { width: mm(210), height: mm(297) } as const;
/** The text block is 225 mm high and its foot 35 mm above the edge: the page number stands 7 mm below it. */
const FOOTER = mm(35) - mm(7) - SIZES.folio * 10;

export const PORTRAIT = { size: PAPER, margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), header: mm(25), footer: FOOTER } } as const;
/** 横排: the sheet is turned with its head to the binding side. */
export const LANDSCAPE = {
  size: { ...PAPER, orientation: 'landscape' as const },
  margin: { top: mm(28), right: mm(37), bottom: mm(26), left: mm(35), header: mm(15), footer: mm(15) },
} as const;
/** Width of the text block in twentieths of a point. */
export const TEXT_WIDTH = { portrait: mm(156), landscape: mm(225) } as const;
