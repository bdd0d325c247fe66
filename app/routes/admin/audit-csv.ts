import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { requireMember } from '~/app/auth/require-member.server';
import { exportAuditLog } from '~/app/services/admin/export-audit-events.server';
import { readAuditSearch } from './audit-filter';

/** The log as a file, under the filter of the page it was asked from. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context);
  const pieces = await exportAuditLog(context.deps, member, readAuditSearch(request).filter);
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${day}.csv"; filename*=UTF-8''${encodeURIComponent(`审计日志-${day}.csv`)}`,
    },
  });
}
