/** Text of a file, or what keeps it from being read; the problem completes the sentence "某文件…。" and names the place. */
export type DecodedText = { readonly ok: true; readonly text: string; readonly encoding: string } | { readonly ok: false; readonly problem: string };

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['25504446', '是 PDF 文件，请另存为纯文本（.txt）'],
  ['504b0304', '是 Word 或压缩文件，请另存为纯文本（.txt）'],
  ['d0cf11e0', '是 Word 97-2003 文件，请另存为纯文本（.txt）'],
  ['7b5c727466', '是 RTF 文件，请另存为纯文本（.txt）'],
];
/** Stray control characters of a word processor are read as spaces; more of them is no text. */
const CONTROLS_PER_CHARACTERS = 200;

/** Reads UTF-8, UTF-16 (with or without a byte order mark) and GB18030; the mark is not part of the text. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return { ok: false, problem: '是空文件' };
  const start = hex(bytes.subarray(0, 8));
  const other = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (other) return { ok: false, problem: other[1] };
  const decoded = byMark(bytes, start) ?? (bytes.includes(0) ? unmarkedUtf16(bytes) : unmarked(bytes));
  return decoded.ok ? asText(decoded) : decoded;
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byMark(bytes: Uint8Array, start: string): DecodedText | null {
  const encoding = start.startsWith('efbbbf') ? 'utf-8' : start.startsWith('fffe') ? 'utf-16le' : start.startsWith('feff') ? 'utf-16be' : null;
  if (encoding === null) return null;
  const text = decode(bytes, encoding);
  if (text !== null) return { ok: true, text, encoding };
  return { ok: false, problem: `第 ${firstInvalid(bytes, encoding)} 个字节起不是 ${encoding.toUpperCase()} 编码的文字` };
}

/** Chinese in UTF-16 holds zero bytes only in its digits and line ends; read in the wrong byte order it is no Chinese. */
function unmarkedUtf16(bytes: Uint8Array): DecodedText {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = decode(bytes, encoding);
    if (text !== null && (text.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\s\d]/g)?.length ?? 0) * 10 >= text.length * 9) return { ok: true, text, encoding };
  }
  return { ok: false, problem: `第 ${bytes.indexOf(0) + 1} 个字节是空字符，不是文本文件` };
}

function unmarked(bytes: Uint8Array): DecodedText {
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decode(bytes, encoding);
    if (text !== null) return { ok: true, text, encoding };
  }
  const place = Math.max(firstInvalid(bytes, 'utf-8'), firstInvalid(bytes, 'gb18030'));
  return { ok: false, problem: `第 ${place} 个字节起不是 UTF-8、UTF-16 或 GB18030 编码的文字` };
}

/** Number of the first byte, from 1, that cannot be decoded. */
function firstInvalid(bytes: Uint8Array, encoding: string): number {
  const isValid = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValid(middle)) valid = middle;
    else invalid = middle;
  }
  return Math.min(invalid, bytes.length);
}

function asText(decoded: Extract<DecodedText, { ok: true }>): DecodedText {
  const { text } = decoded;
  if (text.trim() === '') return { ok: false, problem: '只有空白，没有文字' };
  const controls = [...text.matchAll(/[\u0000-\u0008\u000e-\u001f\u007f]/g)];
  if (controls.length * CONTROLS_PER_CHARACTERS <= text.length) return decoded;
  const line = text.slice(0, controls[0]!.index).split('\n').length;
  return { ok: false, problem: `第 ${line} 行起含有控制字符，不是文本文件` };
}
