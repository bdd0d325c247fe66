import type { WizardDraft } from './wizard-draft';

/** Changes when the shape of the draft does: an older one is dropped. */
const FORMAT = 1;

export interface DraftStorage {
  read(): WizardDraft | null;
  /** False when the browser has no room or refuses. */
  write(draft: WizardDraft): boolean;
  clear(): void;
}

/** What was typed, kept in this tab until the round is issued. The key names the membership: another person at the same tab sees nothing of it. */
export function browserDraftStorage(membershipId: string): DraftStorage {
  const key = `hengji.issue-round.${membershipId}`;
  return {
    read() {
      try {
        const stored = JSON.parse(sessionStorage.getItem(key) ?? 'null') as { format: number; draft: WizardDraft } | null;
        return stored?.format === FORMAT ? stored.draft : null;
      } catch {
        return null;
      }
    },
    write(draft) {
      try {
        sessionStorage.setItem(key, JSON.stringify({ format: FORMAT, draft }));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // Storage switched off: there is nothing to remove.
      }
    },
  };
}
