import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';

const TEXT = '某局2024年部门整体支出绩效自评报告\n一、基本情况\n全年预算数1,000.00万元。';
const bytes = (...parts: (number[] | Buffer)[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part)));
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
/** 预算 in GB18030; an encoder is no part of the platform. */
const GB18030 = [0xd4, 0xa4, 0xcb, 0xe3];

describe('text of a file', () => {
  it.each([
    ['UTF-8', bytes(Buffer.from(TEXT)), TEXT, 'utf-8'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], Buffer.from(TEXT)), TEXT, 'utf-8'],
    ['UTF-16 little-endian', bytes([0xff, 0xfe], Buffer.from(TEXT, 'utf16le')), TEXT, 'utf-16le'],
    ['UTF-16 big-endian', bytes([0xfe, 0xff], utf16be(TEXT)), TEXT, 'utf-16be'],
    ['UTF-16 little-endian without a mark', bytes(Buffer.from(TEXT, 'utf16le')), TEXT, 'utf-16le'],
    ['UTF-16 big-endian without a mark', bytes(utf16be(TEXT)), TEXT, 'utf-16be'],
    ['GB18030', bytes(GB18030, [0x0a]), '预算\n', 'gb18030'],
  ])('%s is read', (_name, file, text, encoding) => expect(decodeText(file)).toEqual({ ok: true, text, encoding }));

  it.each([
    ['nothing', bytes(), '是空文件'],
    ['spaces', bytes(Buffer.from(' \n\n')), '只有空白，没有文字'],
    ['a PDF', bytes(Buffer.from('%PDF-1.7 …')), '是 PDF 文件，请另存为纯文本（.txt）'],
    ['a Word document', bytes([0x50, 0x4b, 3, 4, 0]), '是 Word 或压缩文件，请另存为纯文本（.txt）'],
    ['an old Word document', bytes([0xd0, 0xcf, 0x11, 0xe0, 0]), '是 Word 97-2003 文件，请另存为纯文本（.txt）'],
    ['binary data', bytes(Buffer.from('abc'), [0, 1, 2, 3]), '第 4 个字节是空字符，不是文本文件'],
    ['half a character', bytes([0xef, 0xbb, 0xbf], Buffer.from('预'), [0xe7]), '第 7 个字节起不是 UTF-8 编码的文字'],
    ['a byte of no encoding', bytes(GB18030, [0xff, 0xff]), '第 5 个字节起不是 UTF-8、UTF-16 或 GB18030 编码的文字'],
    ['control characters', bytes(Buffer.from('预算\n执行\u0001\u0002')), '第 2 行起含有控制字符，不是文本文件'],
  ])('%s is refused', (_name, file, problem) => expect(decodeText(file)).toEqual({ ok: false, problem }));
});
