/**
 * Stretches of half-width prose whose digits are no figures: dates and years, document and list numbers, hotlines and telephone numbers, names
 * such as “3·15” or GB/T 9704, ages, ranges, ratios and the 100 % of a formula.
 */
const PATTERNS: readonly RegExp[] = [
  // 2021—2023年度, 2021、2022年
  /(?:19|20)\d\d(?:年度?)?(?:[-—–~至到、](?:(?:19|20)\d\d|\d\d)(?:年度?)?)+/g,
  /(?:19|20)\d\d年(?:度|初|末|底)?(?:\d{1,2}月(?:\d{1,2}[日号])?)?/g,
  /(?<!\d)(?:19|20)\d\d[-/]\d{1,2}(?:[-/]\d{1,2})?(?!\d)/g,
  /(?<!\d)(?:19|20)\d\d\.\d{1,2}\.\d{1,2}(?!\d)/g,
  /\d{1,2}(?:[-—–~至到]\d{1,2})?月(?:份|底|初|末|\d{1,2}(?:[-—–~至到]\d{1,2})?[日号])?/g,
  /\d{1,2}[日号](?![常均志夜])/g,
  /\d{1,2}:\d\d/g,
  /第\d{1,9}/g,
  /[〔[(【]\d{4}[〕\])】](?:第?\d{1,9}号)?/g,
  /(?<!\d)\d{1,9}号/g,
  /(?<!\d)\d{1,9}(?:[·•・]\d{1,9})+/g,
  // A4, GB/T 9704-2012, P03, 5G, 3A级
  /(?<![A-Za-z/])[A-Za-z][A-Za-z/]{0,20}[- ]?\d[\dA-Za-z.-]*/g,
  /(?<!\d)\d{1,9}(?!kg|km|m|t|kw|mw)[A-Za-z]{1,20}\d*/gi,
  // telephone numbers and hotlines
  /\d{3,4}-\d{7,8}/g,
  /(?<![\d.,])1[3-9]\d{9}(?!\d)/g,
  /(?:热线|电话|平台|邮编|邮政编码|代码|编码|编号|账号)[:“]?\d{1,30}/g,
  // “131”服务, 1+3+N, 7×24小时, “十四五”
  /“\d{1,9}”/g,
  /(?<!\d)\d{1,9}(?:\+[\dA-Za-z]{1,9})+/g,
  /(?<!\d)\d{1,9}[×xX*]\d{1,9}/g,
  /[×*xX]100%/g,
  /(?<!\d)\d{1,9}(?::|\/|∶)\d{1,9}/g,
  /(?<!\d)\d{1,3}(?:周)?岁(?:以[上下])?/g,
  // 95-100分, 3至5天
  /(?<![\d.])\d{1,15}(?:\.\d{1,9})?[%十百千万亿元个分户]{0,3}[-—–~至到]\d{1,15}(?:\.\d{1,9})?%?/g,
  // the number of an item
  /(?:^|(?<=[。;:]))\d{1,2}[.、](?!\d)/g,
  /(?:^|(?<=[。;:]))\d{1,2}\.(?=(?:19|20)\d\d年)/g,
  /\(\d{1,2}\)/g,
];

/** Marks every unit of the text that belongs to no figure. */
export function nonFigures(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) marks.fill(1, match.index, match.index + match[0].length);
  }
  return marks;
}
