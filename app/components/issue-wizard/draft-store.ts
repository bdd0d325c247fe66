import type { DraftStorage } from './draft-storage';
import { fitToOptions, initialDraft, type WizardDraft } from './wizard-draft';
import type { WizardOptions } from './wizard-options';

export interface HeldDraft {
  readonly draft: WizardDraft;
  /** What was typed before the page was loaded again has been put back. */
  readonly isRestored: boolean;
  /** The browser keeps no copy: a reload would lose what was typed. */
  readonly isUnsafe: boolean;
}

export interface DraftStore {
  subscribe(listener: () => void): () => void;
  /** What the server draws, which has no copy of what was typed. */
  initial(): HeldDraft;
  /** What the browser holds; its own copy is looked for at the first call. */
  current(): HeldDraft;
  change(part: Partial<WizardDraft>): void;
  /** Begins anew. */
  reset(): void;
  /** The round is issued: nothing is left to restore. */
  forget(): void;
}

/** The draft outside of React: every change is kept in the browser at once. */
export function createDraftStore(options: WizardOptions, storage: DraftStorage): DraftStore {
  const begin: HeldDraft = { draft: initialDraft(options), isRestored: false, isUnsafe: false };
  const listeners = new Set<() => void>();
  let held: HeldDraft | null = null;
  const read = (): HeldDraft => {
    const stored = storage.read();
    return stored === null ? begin : { draft: fitToOptions(stored, options), isRestored: true, isUnsafe: false };
  };
  const current = (): HeldDraft => (held ??= read());
  const set = (next: HeldDraft): void => {
    held = next;
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    initial: () => begin,
    current,
    change(part) {
      const draft = { ...current().draft, ...part };
      set({ ...current(), draft, isUnsafe: !storage.write(draft) });
    },
    reset() {
      storage.clear();
      set(begin);
    },
    forget: () => storage.clear(),
  };
}
