import { createContext, type ReactNode, useContext, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CheckResult } from '~/app/domain/checks/finding';
import { createLiveChecker, type LiveChecker } from '~/app/domain/checks/live-checker';
import { specFor } from '~/app/domain/form/answers';
import type { CellSpec, FormModel } from '~/app/domain/form/form-model';
import { parseCell, type ParsedCell } from '~/app/domain/form/parse-cell';
import { progressOf, type SectionProgress } from '~/app/domain/form/sections';
import type { WorkspaceData } from '~/app/domain/round/workspace-data';
import { createLiveScorer, type LiveScorer } from '~/app/domain/scoring/live-scorer';
import type { LiveScoreSheet } from '~/app/domain/scoring/score-sheet';
import { CellStore, type CellState, type SaveState } from './cell-store';
import { browserDrafts, postCells } from './save-transport';

interface Live {
  readonly sheet: LiveScoreSheet;
  readonly checks: CheckResult;
  readonly progress: readonly SectionProgress[];
}

interface Workspace {
  readonly data: WorkspaceData;
  readonly model: FormModel;
  readonly scorer: LiveScorer;
  readonly checker: LiveChecker;
  readonly store: CellStore;
}

const WorkspaceContext = createContext<Workspace | null>(null);
const LiveContext = createContext<Live | null>(null);

/** Holds the typed texts of one form while any of its sections is open: moving between sections never loses or reloads a text. */
export function WorkspaceProvider({ data, children }: { data: WorkspaceData; children: ReactNode }) {
  const [workspace] = useState((): Workspace => {
    const scorer = createLiveScorer(data.base);
    const store = new CellStore(data.cells, postCells(data.assignmentId), browserDrafts(data.assignmentId), data.lastSavedAt);
    return { data, model: scorer.model, scorer, checker: createLiveChecker(data.base), store };
  });
  useEffect(() => {
    const { store } = workspace;
    store.restoreDrafts();
    const flush = (): void => void store.flush();
    const warn = (event: BeforeUnloadEvent): void => {
      if (store.form().status === 'saved') return;
      void store.flush();
      event.preventDefault();
    };
    window.addEventListener('online', flush);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('beforeunload', warn);
      void store.flush().finally(() => store.close());
    };
  }, [workspace]);
  return (
    <WorkspaceContext.Provider value={workspace}>
      <LiveProvider>{children}</LiveProvider>
    </WorkspaceContext.Provider>
  );
}

/** Scores and checks on every change, behind the keystroke: typing is never held up. */
function LiveProvider({ children }: { children: ReactNode }) {
  const { data, model, scorer, checker } = useWorkspace();
  const cells = useDeferredValue(useTexts());
  const live = useMemo((): Live => {
    const sheet = scorer.score(cells);
    return { sheet, checks: checker.check({ ...data.base, cells }, sheet), progress: progressOf(model, cells) };
  }, [data.base, model, scorer, checker, cells]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace is used outside WorkspaceProvider');
  return workspace;
}

function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('live figures are used outside WorkspaceProvider');
  return live;
}

export const useLiveScore = (): LiveScoreSheet => useLive().sheet;
export const useLiveChecks = (): CheckResult => useLive().checks;
export const useProgress = (): readonly SectionProgress[] => useLive().progress;

/** All typed texts, empty ones left out; a new object whenever one changes. */
export function useTexts(): Readonly<Record<string, string>> {
  const { store } = useWorkspace();
  return useSyncExternalStore(
    (listener) => store.subscribeForm(listener),
    () => store.allTexts(),
    () => store.allTexts(),
  );
}

export function useSaveState(): SaveState {
  const { store } = useWorkspace();
  return useSyncExternalStore(
    (listener) => store.subscribeForm(listener),
    () => store.form(),
    () => store.form(),
  );
}

export interface UsedCell extends CellState {
  readonly spec: CellSpec;
  readonly parsed: ParsedCell;
  /** Why this cell cannot be edited, else null. */
  readonly lock: string | null;
  readonly change: (typedText: string) => void;
  /** Ends typing and saves at once. */
  readonly commit: () => void;
  readonly resolve: (choice: 'mine' | 'theirs') => void;
}

export function useCell(address: string): UsedCell {
  const { data, model, store } = useWorkspace();
  const state = useSyncExternalStore(
    (listener) => store.subscribeCell(address, listener),
    () => store.cell(address),
    () => store.cell(address),
  );
  const spec = specFor(model, address);
  if (!spec) throw new Error(`the form has no cell ${address}`);
  const parsed = useMemo(() => parseCell(spec, state.typedText), [spec, state.typedText]);
  return {
    ...state,
    spec,
    parsed,
    lock: lockOfCell(data, spec),
    change: (typedText) => store.change([{ address, typedText }], { isTyping: true }),
    commit: () => {
      store.endTyping();
      void store.flush();
    },
    resolve: (choice) => store.resolve(address, choice),
  };
}

function lockOfCell(data: WorkspaceData, spec: CellSpec): string | null {
  if (data.lock !== null) return data.lock;
  if (!data.can.write) return '您的角色只能查看，不能填写。';
  const mayWrite = data.writableProjects === null || (spec.project !== undefined && data.writableProjects.includes(spec.project));
  return mayWrite ? null : '本项由部门填报人填写，您只填写本单位实施的项目。';
}
