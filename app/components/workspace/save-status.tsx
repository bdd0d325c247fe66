import { TimeText } from '~/app/components/ui/time-text';
import { useSaveState, useWorkspace } from './use-workspace';

/** Saving, visible and silent: “已保存 10:32”. Only what needs action takes colour. */
export function SaveStatus() {
  const state = useSaveState();
  const { store } = useWorkspace();
  if (state.conflicts > 0) return <span className="save-status save-status-late">有 {state.conflicts} 处与他人修改冲突，请逐处选择</span>;
  switch (state.status) {
    case 'stopped':
      return (
        <span className="save-status save-status-late" role="alert">
          {state.reason}
        </span>
      );
    case 'offline':
      return (
        <span className="save-status save-status-late" role="alert">
          暂时连不上服务器，已填内容保存在本机，恢复后自动上传
          <button type="button" onClick={() => void store.retry()}>
            立即重试
          </button>
        </span>
      );
    case 'saved':
      return <span className="save-status">{state.savedAt === null ? '填写后自动保存' : <>已保存 <TimeText value={state.savedAt} form="time" /></>}</span>;
    default:
      return <span className="save-status">正在保存…</span>;
  }
}
