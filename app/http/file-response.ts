/**
 * A file with a Chinese name (RFC 6266, RFC 5987): the plain `filename` serves what does not read the other. The policy lets the browser's
 * own viewer show it and nothing else.
 */
export function fileResponse(file: { readonly bytes: Uint8Array; readonly contentType: string; readonly fileName: string; readonly isAttachment: boolean }): Response {
  const extension = /\.[a-z0-9]+$/.exec(file.fileName)?.[0] ?? '';
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': `${file.isAttachment ? 'attachment' : 'inline'}; filename="report${extension}"; filename*=UTF-8''${encodeExtended(file.fileName)}`,
      'Content-Security-Policy': `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'`,
      'X-Frame-Options': 'SAMEORIGIN',
    },
  });
}

/** encodeURIComponent leaves five characters that RFC 5987 does not allow to stand. */
function encodeExtended(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
