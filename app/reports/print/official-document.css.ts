/**
 * The body layout of GB/T 9704-2012 §5–7 for printed reports: A4, 版心 156 × 225 mm with 22 lines of 28 characters, page numbers on the
 * outer side. A stylesheet in a module, because the preview page and the worker both write it into the document.
 *
 * Family names: the official faces come first and the bundled ones after them. The printing browser sees only the bundled folder and a
 * site's own, so a page is the same on every machine and a site's licensed faces win by being there. Each weight named is the weight its
 * face has and `font-synthesis` is off: an emboldened face would enter the PDF as Type 3 outlines.
 */
const FANG = '仿宋_GB2312, FangSong_GB2312, 仿宋, FangSong, FandolFang, "LXGW WenKai", serif';
const HEI = '方正黑体_GBK, 黑体, SimHei, FandolHei, "LXGW WenKai", sans-serif';
const KAI = '楷体_GB2312, KaiTi_GB2312, 楷体, KaiTi, FandolKai, "LXGW WenKai", serif';
const TITLE = '方正小标宋简体, FZXiaoBiaoSong-B05S, FandolSong, "LXGW WenKai", serif';
const NUMERAL = '宋体, SimSun, FandolFang, serif';

/** 3号 in its traditional size: 28 characters fill 155.6 of 156 mm, where 16 pt would hold only 27. */
const SIZE = '15.75pt';
/** 225 mm divided by 22 lines. */
const LINE = '28.99pt';

/** A page number of 4号 figures between dashes whose top edge stands 7 mm below the 版心, one character in from the outer edge. */
const folio = `content: "— " counter(page) " —"; font: 400 14pt/14pt ${NUMERAL};`;

const pages = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { ${folio} vertical-align: top; text-align: right; padding: 4.1mm 14pt 0 0; } }
@page :left { @bottom-left { ${folio} vertical-align: top; text-align: left; padding: 4.1mm 0 0 14pt; } }

/* 横排表格: the paper is turned a quarter clockwise, the number keeps its place on the paper and so stands at the left side. */
@page land { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
@page land:right {
  @bottom-right { content: none; }
  @left-bottom { ${folio} writing-mode: vertical-rl; text-align: right; vertical-align: top; padding: 0 4.1mm 14pt 0; }
}
@page land:left {
  @bottom-left { content: none; }
  @left-top { ${folio} writing-mode: vertical-rl; text-align: left; vertical-align: top; padding: 14pt 4.1mm 0 0; }
}`;

const text = `
html { font-synthesis: none; font-kerning: none; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #000; font: 400 ${SIZE}/${LINE} ${FANG}; text-autospace: no-autospace; text-spacing-trim: space-all; }
h1, h2, h3, h4, p, table, figure, section { margin: 0; padding: 0; font-size: inherit; font-weight: 400; }
p, h2, h3, h4 {
  text-indent: 2em; text-align: justify; line-break: strict; overflow-wrap: anywhere; unicode-bidi: isolate; widows: 1; orphans: 1;
}
h1 { font: 700 22pt/36.2375pt ${TITLE}; text-align: center; margin-bottom: 43.485pt; text-wrap: balance; }
h1 > span { display: block; }
h2 { font-family: ${HEI}; break-after: avoid; }
h3 { font-family: ${KAI}; break-after: avoid; }
h4 { break-after: avoid; }
.lead { font-family: ${KAI}; }
.flush { text-indent: 0; }

.attachment-list { margin-top: ${LINE}; }
.attachment-list p { padding-left: 5em; text-indent: -1em; }
.attachment-list p:first-child { padding-left: 6em; text-indent: -4em; }
.signature { margin-top: ${LINE}; margin-left: auto; width: fit-content; padding-right: 4em; text-align: center; break-inside: avoid; }
.signature p { text-indent: 0; text-align: center; }`;

const attachments = `
.attachment { break-before: page; }
.attachment.land { page: land; }
.attachment-mark { font-family: ${HEI}; text-indent: 0; }
.attachment h2 { font: 700 18pt/${LINE} ${TITLE}; text-align: center; text-indent: 0; margin: ${LINE} 0 0; text-wrap: balance; }
.attachment .facts { display: flex; justify-content: space-between; text-indent: 0; font-size: 10.5pt; line-height: 18pt; margin-top: 6pt; }
.land h2 { margin-top: 0; }

/* The outer rule is drawn half outside: a full-width table would lose it at the edge of the page area. */
table { width: calc(100% - 1pt); margin-left: 0.5pt; table-layout: fixed; border-collapse: collapse; font-size: 10.5pt; line-height: 14.5pt; margin-top: 3pt; }
thead { display: table-header-group; }
tfoot { display: table-footer-group; }
/* Rows stay whole, but a merged cell may go on over pages: with rowspan the row's own break-inside would keep all its rows together. */
td:not([rowspan]), th:not([rowspan]) { break-inside: avoid; }
/* A foot without height draws the closing line wherever a page ends inside merged cells. */
tfoot td { padding: 0; border: 0; border-top: 1pt solid #000; height: 0; line-height: 0; }
th, td {
  border: 0.5pt solid #000; padding: 2.2pt 4pt; font-weight: 400; text-align: left; vertical-align: middle; overflow-wrap: anywhere;
  unicode-bidi: isolate; line-break: strict;
}
table { border: 1pt solid #000; }
thead th { font-family: ${HEI}; text-align: center; text-wrap: balance; padding: 4pt 2pt; }
.centre { text-align: center; padding-left: 2pt; padding-right: 2pt; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; overflow-wrap: normal; padding-left: 2pt; padding-right: 3pt; }
.total td { font-family: ${HEI}; }
.note { font-size: 10.5pt; line-height: 16pt; text-indent: 0; margin-top: 4pt; break-before: avoid; }
/* A bar behind the figure, dark enough to copy and light enough to read. */
td:has(> .bar) { position: relative; }
.bar { position: absolute; inset: 2pt auto 2pt 0; background: #d9d9d9; z-index: -1; }`;

const watermark = `
.watermark {
  position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; pointer-events: none;
  font: 400 120pt/1 ${HEI}; letter-spacing: 0.3em; color: rgb(0 0 0 / 7%); z-index: 1;
}
.watermark > span { transform: rotate(-35deg); padding-left: 0.3em; }`;

/** On a screen: sheets of paper on grey, without page breaks or numbers. */
const screen = `
@media screen {
  html { background: #dfe3ea; }
  body { padding: 24px 0 48px; }
  .sheet { box-sizing: border-box; width: 210mm; min-height: 297mm; margin: 0 auto 24px; padding: 37mm 26mm 35mm 28mm; background: #fff; box-shadow: 0 1px 4px rgb(15 42 82 / 25%); }
  .sheet.land { width: 297mm; min-height: 210mm; padding: 28mm 37mm 26mm 35mm; }
  .running { text-indent: 0; font-size: 10.5pt; color: #555; text-align: center; margin: 0 0 12px; }
}
@media print { .running { display: none; } }`;

export const OFFICIAL_DOCUMENT_CSS = [pages, text, attachments, watermark, screen].join('\n');

/** A CSS string literal of any text: whatever is not a plain letter, digit or Chinese character is written as a code point. */
export function cssString(value: string): string {
  const escaped = value.replaceAll(/[^0-9A-Za-z\u4e00-\u9fff]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}

/** A line of 10.5 pt in the upper margin of every page, e.g. the submission's number at the left and 演示数据 at the right. */
export function runningHeadCss(left: string, right: string): string {
  const style = `font: 400 10.5pt/12pt ${FANG}; color: #333; vertical-align: bottom; padding-bottom: 5mm; white-space: nowrap;`;
  const side = 'writing-mode: vertical-rl; padding: 0 0 0 5mm; vertical-align: bottom;';
  return `
@page {
  @top-left { content: ${cssString(left)}; ${style} text-align: left; }
  @top-right { content: ${cssString(right)}; ${style} text-align: right; }
}
@page land {
  @top-left { content: none; }
  @top-right { content: none; }
  @right-top { content: ${cssString(left)}; ${style} ${side} text-align: left; }
  @right-bottom { content: ${cssString(right)}; ${style} ${side} text-align: right; }
}`;
}
