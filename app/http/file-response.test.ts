import { describe, expect, it } from 'vitest';
import { fileResponse } from './file-response';

const bytes = new Uint8Array([1, 2, 3]);

describe('a file with a Chinese name', () => {
  it('names itself as RFC 5987 asks, beside a plain name', () => {
    const { headers } = fileResponse({ bytes, contentType: 'application/pdf', fileName: "荔湾区'市场'监督(局)2024.pdf", isAttachment: false });
    const [, extended = ''] = /filename\*=UTF-8''(.*)$/.exec(headers.get('Content-Disposition') ?? '') ?? [];
    expect(headers.get('Content-Disposition')).toMatch(/^inline; filename="report\.pdf"; /);
    expect(extended).toMatch(/^[A-Za-z0-9!#$&+\-.^_`|~%]+$/);
    expect(decodeURIComponent(extended)).toBe("荔湾区'市场'监督(局)2024.pdf");
  });

  it('is saved when asked for, and is shown by the browser’s viewer alone otherwise', async () => {
    const response = fileResponse({ bytes, contentType: 'application/pdf', fileName: '报告.pdf', isAttachment: true });
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; /);
    expect(response.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });
});
