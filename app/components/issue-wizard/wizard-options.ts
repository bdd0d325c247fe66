import type { IndicatorSystemVersion, SlotBinding } from '~/app/domain/form/indicator-system-version';
import type { ProjectBinding, ProjectForm } from '~/app/domain/form/project-form';

export interface WizardScope {
  readonly bindings: readonly SlotBinding[];
  readonly projects: readonly (ProjectBinding & { readonly unitId: string | null })[];
}

export interface WizardDepartment {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly category: { readonly id: string; readonly name: string };
}

/** What the wizard chooses from, as the loader read it. */
export interface WizardOptions {
  /** The database clock when the page was read. */
  readonly now: string;
  readonly bureauName: string;
  readonly latestFiscalYear: number | null;
  readonly systems: readonly { readonly id: string; readonly content: IndicatorSystemVersion }[];
  readonly projectForms: readonly { readonly id: string; readonly content: ProjectForm }[];
  readonly departments: readonly WizardDepartment[];
  /** By department id: what was approved in the newest round that had the department. */
  readonly carried: Readonly<Record<string, WizardScope & { readonly fromFiscalYear: number }>>;
  readonly issuedRounds: readonly { readonly fiscalYear: number; readonly name: string }[];
}
