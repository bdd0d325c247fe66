import type { SaveCellsAnswer } from '~/app/domain/round/workspace-data';
import type { Draft, DraftKeeper, SaveTransport } from './cell-store';

const TIMEOUT_MS = 15_000;

/** Autosave over HTTP: a resource route, because it is several times cheaper than a page. */
export function postCells(assignmentId: string): SaveTransport {
  return async (request) => {
    const response = await fetch(`/department/assignments/${assignmentId}/cells`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      keepalive: JSON.stringify(request).length < 60_000,
    });
    if (response.status === 401) return { ok: false, reason: '登录已过期。已填内容保存在本机，请重新登录后打开本页继续。' };
    if (response.status === 403 || response.status === 404) return { ok: false, reason: '您已不能填写本任务。已填内容保存在本机，请与财政局绩效科联系。' };
    if (!response.ok) throw new Error(`autosave answered ${response.status}`);
    return (await response.json()) as SaveCellsAnswer;
  };
}

/** Unacknowledged texts in the browser's local storage, one entry per assignment. A browser that refuses storage only loses this net. */
export function browserDrafts(assignmentId: string): DraftKeeper {
  const key = `hengji.drafts.${assignmentId}`;
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, Draft>;
      } catch {
        return {};
      }
    },
    write(drafts) {
      try {
        if (Object.keys(drafts).length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(drafts));
      } catch {
        // Storage full or switched off: saving to the server goes on as usual.
      }
    },
  };
}
