import { z } from 'zod';
import { cellAddressSchema } from '../form/cell-address';
import type { Snapshot } from '../form/snapshot';
import type { AssignmentState } from './assignment-state';

/** A cell as stored: the text as typed, and the number of times it was saved (0 = never). */
export interface StoredCell {
  readonly typedText: string;
  readonly version: number;
}

/** Everything the workspace page of one assignment stands on. Instants are ISO texts. */
export interface WorkspaceData {
  readonly assignmentId: string;
  readonly state: AssignmentState;
  /** The flag 已退回 with its reason, while the returned assignment is filled in again. */
  readonly returned: { readonly at: string; readonly by: string; readonly reason: string } | null;
  readonly isOverdue: boolean;
  readonly approvalDeadline: string;
  /** The submission deadline in force for this department (an extension included). */
  readonly submissionDeadline: string;
  /** The database clock when the page was read. */
  readonly now: string;
  readonly base: Omit<Snapshot, 'cells'>;
  readonly cells: Readonly<Record<string, StoredCell>>;
  /** Why nothing can be edited: who, why, until when. Null while editing is open. */
  readonly lock: string | null;
  /** Codes of the projects this person may write; null: the whole form. */
  readonly writableProjects: readonly string[] | null;
  readonly can: { readonly write: boolean; readonly sendForApproval: boolean; readonly returnToFiller: boolean; readonly submit: boolean };
  readonly lastSavedAt: string | null;
}

/** One autosave request: texts with the version each was typed over. */
export const saveCellsSchema = z.strictObject({
  cells: z
    .array(z.strictObject({ address: cellAddressSchema, typedText: z.string().max(20_000), baseVersion: z.number().int().min(0) }))
    .min(1)
    .max(2_000),
});
export type SaveCellsRequest = z.input<typeof saveCellsSchema>;

/** Somebody else saved the cell after this person read it: nothing is overwritten until the person chooses. */
export interface CellConflict {
  readonly address: string;
  readonly typedText: string;
  readonly version: number;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

export type SaveCellsAnswer =
  | {
      readonly ok: true;
      readonly saved: readonly { readonly address: string; readonly version: number }[];
      readonly conflicts: readonly CellConflict[];
      readonly refused: readonly { readonly address: string; readonly reason: string }[];
      readonly savedAt: string;
    }
  | { readonly ok: false; readonly reason: string };
