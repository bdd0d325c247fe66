/** One regular file of a tar archive. */
export interface TarEntry {
  readonly path: string;
  readonly content: Uint8Array;
}

const BLOCK = 512;

/**
 * Reads the regular files of an uncompressed ustar archive. Folders and links are passed over: the archives read here hold plain
 * libraries only. A path that climbs out of the archive is refused.
 */
export function tarEntries(archive: Uint8Array): TarEntry[] {
  const text = new TextDecoder();
  const entries: TarEntry[] = [];
  let offset = 0;
  while (offset + BLOCK <= archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + BLOCK);
    const field = (start: number, length: number): string => {
      const raw = header.subarray(start, start + length);
      const end = raw.indexOf(0);
      return text.decode(end === -1 ? raw : raw.subarray(0, end)).trim();
    };
    const path = field(0, 100);
    const size = Number.parseInt(field(124, 12), 8);
    const type = field(156, 1);
    if (!Number.isSafeInteger(size) || path.startsWith('/') || path.split('/').includes('..')) {
      throw new Error(`Unreadable tar entry "${path}"`);
    }
    if (type === '0' || type === '') {
      entries.push({ path, content: archive.subarray(offset + BLOCK, offset + BLOCK + size) });
    }
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}
