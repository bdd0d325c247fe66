import { z } from 'zod';
import { ATTENTION } from '~/app/components/admin/audit-search';
import { ATTENTION_ACTIONS } from '~/app/services/admin/audit-words';

const day = z.iso.date().or(z.literal('')).catch('');

const searchSchema = z.object({
  action: z.string().max(80).catch(''),
  actor: z.uuid().or(z.literal('')).catch(''),
  from: day,
  to: day,
  at: z.iso.datetime({ precision: 6 }).or(z.literal('')).catch(''),
  id: z.uuid().or(z.literal('')).catch(''),
});

/** The filter and position a URL of the audit log states; what does not make sense counts as not stated. */
export function readAuditSearch(request: Request) {
  const { action, actor, from, to, at, id } = searchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return {
    shown: { action, actor, from, to },
    filter: { actions: action === '' ? undefined : action === ATTENTION ? ATTENTION_ACTIONS : [action], actorUserId: actor || undefined, fromDay: from || undefined, toDay: to || undefined },
    before: at !== '' && id !== '' ? { at, id } : undefined,
  };
}
