import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { tarEntries } from './tar-entries';

const archive = (path: string, content: string): Uint8Array => {
  const block = Buffer.alloc(1024);
  block.write(path, 0);
  block.write(content.length.toString(8).padStart(11, '0'), 124);
  block.write('0', 156);
  block.write(content, 512);
  return block;
};

it('reads files whole', () => {
  expect(tarEntries(archive('lib/a.so', 'abc')).map(({ path, content }) => [path, Buffer.from(content).toString()])).toEqual([['lib/a.so', 'abc']]);
});

it.each(['../a', '/etc/passwd', 'lib/../../a'])('refuses the path %s', (path) => {
  expect(() => tarEntries(archive(path, 'abc'))).toThrow('Unreadable tar entry');
});

it('finds the libraries a bare Debian lacks in the bundled archive', () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const entries = tarEntries(brotliDecompressSync(readFileSync(join(folder, 'al2023.tar.br'))));
  const names = entries.map(({ path }) => path);
  expect(names).toEqual(expect.arrayContaining(['lib/libnss3.so', 'lib/libnspr4.so', 'lib/libexpat.so.1']));
  for (const { path, content } of entries) if (/\.so(\.|$)/.test(path)) expect(Buffer.from(content.subarray(0, 4)).toString('latin1')).toBe('\x7fELF');
});
