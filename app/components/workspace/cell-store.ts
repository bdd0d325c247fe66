import type { CellConflict, SaveCellsAnswer, SaveCellsRequest, StoredCell } from '~/app/domain/round/workspace-data';

/** Sends one autosave. Throws when the server could not be reached or did not answer as agreed: the texts stay and are sent again. */
export type SaveTransport = (request: SaveCellsRequest) => Promise<SaveCellsAnswer>;

/** Texts typed but not yet acknowledged, kept where a closed tab or a lost connection cannot take them. */
export interface DraftKeeper {
  read(): Readonly<Record<string, Draft>>;
  write(drafts: Readonly<Record<string, Draft>>): void;
}

export interface Draft {
  readonly typedText: string;
  readonly baseVersion: number;
}

export type CellSaveState = 'saved' | 'unsaved' | 'saving' | 'conflict' | 'refused';

export interface CellState {
  readonly typedText: string;
  readonly version: number;
  readonly saveState: CellSaveState;
  /** The other person's text while the state is `conflict`. */
  readonly conflict: CellConflict | null;
  /** Why the server refused the text while the state is `refused`. */
  readonly refusal: string | null;
}

/** State of the whole form's saving. `offline`: the server cannot be reached; texts are kept on this machine and sent again by themselves. */
export interface SaveState {
  readonly status: 'saved' | 'unsaved' | 'saving' | 'offline' | 'stopped';
  readonly savedAt: string | null;
  /** Why saving stopped (the form was locked meanwhile), else null. */
  readonly reason: string | null;
  readonly conflicts: number;
}

export interface CellChange {
  readonly address: string;
  readonly typedText: string;
}

interface Entry {
  text: string;
  savedText: string;
  version: number;
  inFlight: string | null;
  /** Sent, with no answer that says whether it was saved. */
  uncertain: string | null;
  conflict: CellConflict | null;
  refusal: string | null;
}

const PAUSE_MS = 800;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];
const UNDO_DEPTH = 200;

/**
 * The typed texts of one form in the browser. Every change is kept as a draft at once and sent after a pause with the version it was typed
 * over, one request at a time. A text is only forgotten once the server has acknowledged that very text; a cell somebody else changed
 * becomes a conflict the person decides. Holds no React and no network: both are given.
 */
export class CellStore {
  private readonly entries = new Map<string, Entry>();
  private readonly cellListeners = new Map<string, Set<() => void>>();
  private readonly formListeners = new Set<() => void>();
  private readonly states = new Map<string, CellState>();
  private readonly undoStack: CellChange[][] = [];
  private texts: Readonly<Record<string, string>> | null = null;
  private saveState: SaveState;
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;

  constructor(
    cells: Readonly<Record<string, StoredCell>>,
    private readonly transport: SaveTransport,
    private readonly keeper: DraftKeeper,
    savedAt: string | null,
  ) {
    for (const [address, cell] of Object.entries(cells)) this.entries.set(address, entryOf(cell));
    this.saveState = { status: 'saved', savedAt, reason: null, conflicts: 0 };
  }

  /** Takes up the texts an earlier page could not send. Apart from the constructor, so that the first drawing equals the server's. */
  restoreDrafts(): void {
    for (const [address, draft] of Object.entries(this.keeper.read())) {
      const entry = this.entry(address);
      if (draft.typedText === entry.savedText) continue;
      // The version the draft was typed over goes with it: if the cell moved on meanwhile, the server answers with a conflict.
      entry.version = draft.baseVersion;
      this.write(address, entry, draft.typedText);
    }
    if (this.dirty().length > 0) this.schedule(0);
    this.update();
  }

  subscribeCell(address: string, listener: () => void): () => void {
    const listeners = this.cellListeners.get(address) ?? new Set();
    this.cellListeners.set(address, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  subscribeForm(listener: () => void): () => void {
    this.formListeners.add(listener);
    return () => this.formListeners.delete(listener);
  }

  cell(address: string): CellState {
    const known = this.states.get(address);
    if (known) return known;
    const state = stateOf(this.entries.get(address));
    this.states.set(address, state);
    return state;
  }

  /** All texts as typed, empty ones left out. The same object until a text changes. */
  allTexts(): Readonly<Record<string, string>> {
    this.texts ??= Object.fromEntries([...this.entries].filter(([, entry]) => entry.text !== '').map(([address, entry]) => [address, entry.text]));
    return this.texts;
  }

  form(): SaveState {
    return this.saveState;
  }

  /** One keystroke, or one block (paste, fill-down): `changes` are undone together. */
  change(changes: readonly CellChange[], options: { readonly isTyping?: boolean } = {}): void {
    const before: CellChange[] = [];
    for (const { address, typedText } of changes) {
      const entry = this.entry(address);
      if (entry.text === typedText) continue;
      before.push({ address, typedText: entry.text });
      this.write(address, entry, typedText);
    }
    if (before.length === 0) return;
    this.remember(before, options.isTyping ?? false);
    this.keepDrafts();
    this.schedule(PAUSE_MS);
    this.update();
  }

  /** Takes back the last change of this tab; returns the addresses it touched. */
  undo(): readonly string[] {
    const last = this.undoStack.pop();
    if (!last) return [];
    for (const { address, typedText } of last) this.write(address, this.entry(address), typedText);
    this.keepDrafts();
    this.schedule(PAUSE_MS);
    this.update();
    return last.map((change) => change.address);
  }

  /** Ends a run of typing: the next keystroke in this cell begins a new step of undo. */
  endTyping(): void {
    this.typingAddress = null;
  }

  /** `mine` saves the own text over the other one, `theirs` takes the other text over. */
  resolve(address: string, choice: 'mine' | 'theirs'): void {
    const entry = this.entry(address);
    if (!entry.conflict) return;
    entry.version = entry.conflict.version;
    entry.savedText = entry.conflict.typedText;
    if (choice === 'theirs') entry.text = entry.conflict.typedText;
    entry.conflict = null;
    this.touch(address);
    this.keepDrafts();
    this.schedule(0);
    this.update();
  }

  /** Sends what is unsaved now. Resolves when nothing is under way and nothing can be sent. */
  async flush(): Promise<void> {
    this.cancelTimer();
    while (this.sending || (this.dirty().length > 0 && this.saveState.status !== 'offline' && this.saveState.status !== 'stopped')) {
      this.sending ??= this.send().finally(() => {
        this.sending = null;
      });
      await this.sending;
    }
  }

  /** Tries again at once after a failure. */
  async retry(): Promise<void> {
    if (this.saveState.status === 'offline') this.update({ status: 'unsaved' });
    await this.flush();
  }

  close(): void {
    this.cancelTimer();
  }

  private typingAddress: string | null = null;

  private entry(address: string): Entry {
    let entry = this.entries.get(address);
    if (!entry) {
      entry = entryOf({ typedText: '', version: 0 });
      this.entries.set(address, entry);
    }
    return entry;
  }

  private write(address: string, entry: Entry, text: string): void {
    entry.text = text;
    entry.refusal = null;
    this.texts = null;
    this.touch(address);
  }

  private remember(before: CellChange[], isTyping: boolean): void {
    const address = before.length === 1 ? before[0]!.address : null;
    const continues = isTyping && address !== null && address === this.typingAddress;
    if (!continues) this.undoStack.push(before);
    if (this.undoStack.length > UNDO_DEPTH) this.undoStack.shift();
    this.typingAddress = isTyping ? address : null;
  }

  private dirty(): [string, Entry][] {
    return [...this.entries].filter(([, entry]) => entry.text !== entry.savedText && !entry.conflict && entry.refusal === null);
  }

  private async send(): Promise<void> {
    const batch = this.dirty();
    if (batch.length === 0) return;
    for (const [address, entry] of batch) {
      entry.inFlight = entry.text;
      this.touch(address);
    }
    this.update({ status: 'saving' });
    try {
      const answer = await this.transport({
        cells: batch.map(([address, entry]) => ({ address, typedText: entry.text, baseVersion: entry.version })),
      });
      this.failures = 0;
      this.take(answer, batch);
    } catch {
      for (const [address, entry] of batch) {
        entry.uncertain = entry.inFlight;
        entry.inFlight = null;
        this.touch(address);
      }
      this.update({ status: 'offline' });
      this.schedule(RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)]!, () => void this.retry());
      this.failures += 1;
    }
  }

  private take(answer: SaveCellsAnswer, batch: readonly [string, Entry][]): void {
    if (answer.ok) {
      for (const { address, version } of answer.saved) {
        const entry = this.entry(address);
        entry.savedText = entry.inFlight ?? entry.text;
        entry.version = version;
      }
      for (const conflict of answer.conflicts) {
        const entry = this.entry(conflict.address);
        const isOwn = conflict.typedText === entry.text || conflict.typedText === entry.uncertain;
        if (isOwn) Object.assign(entry, { savedText: conflict.typedText, version: conflict.version });
        else entry.conflict = conflict;
      }
      for (const { address, reason } of answer.refused) this.entry(address).refusal = reason;
    }
    for (const [address, entry] of batch) {
      entry.inFlight = null;
      entry.uncertain = null;
      this.touch(address);
    }
    this.keepDrafts();
    if (!answer.ok) this.update({ status: 'stopped', reason: answer.reason });
    else this.update({ status: this.dirty().length > 0 ? 'unsaved' : 'saved', savedAt: answer.savedAt });
  }

  private keepDrafts(): void {
    const drafts: Record<string, Draft> = {};
    for (const [address, entry] of this.entries) {
      if (entry.text !== entry.savedText) drafts[address] = { typedText: entry.text, baseVersion: entry.version };
    }
    this.keeper.write(drafts);
  }

  private schedule(delay: number, run: () => void = () => void this.flush()): void {
    if (this.saveState.status === 'stopped') return;
    if (this.saveState.status === 'offline' && delay === PAUSE_MS) return;
    this.cancelTimer();
    this.timer = setTimeout(run, delay);
  }

  private cancelTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private touch(address: string): void {
    this.states.delete(address);
    for (const listener of this.cellListeners.get(address) ?? []) listener();
  }

  private update(change: Partial<SaveState> = {}): void {
    const conflicts = [...this.entries.values()].filter((entry) => entry.conflict).length;
    const unsaved = this.saveState.status === 'saved' && this.dirty().length > 0 ? { status: 'unsaved' as const } : {};
    this.saveState = { ...this.saveState, ...unsaved, ...change, conflicts };
    for (const listener of this.formListeners) listener();
  }
}

function entryOf(cell: StoredCell): Entry {
  return { text: cell.typedText, savedText: cell.typedText, version: cell.version, inFlight: null, uncertain: null, conflict: null, refusal: null };
}

const UNTOUCHED: CellState = { typedText: '', version: 0, saveState: 'saved', conflict: null, refusal: null };

function stateOf(entry: Entry | undefined): CellState {
  if (!entry) return UNTOUCHED;
  const { text, version, conflict, refusal } = entry;
  const saveState = conflict ? 'conflict' : refusal !== null ? 'refused' : entry.inFlight !== null ? 'saving' : text === entry.savedText ? 'saved' : 'unsaved';
  return { typedText: text, version, saveState, conflict, refusal };
}
