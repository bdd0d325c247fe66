import { UiForm } from '../ui/ui-host';

export interface MembershipChoice {
  readonly id: string;
  readonly bureauName: string;
  readonly roleName: string;
  /** Department or unit; null for roles of the bureau itself. */
  readonly place: string | null;
  readonly isCurrent: boolean;
}

/** Every capacity in which one person works, across bureaus; one click goes on in another. */
export function MembershipList({ choices }: { choices: readonly MembershipChoice[] }) {
  return (
    <ul className="membership-list">
      {choices.map((choice) => (
        <li key={choice.id}>
          <UiForm method="post">
            <button type="submit" name="membershipId" value={choice.id} className="membership-choice" aria-current={choice.isCurrent ? 'true' : undefined} disabled={choice.isCurrent}>
              <strong>{choice.bureauName}</strong>
              <span>{choice.place === null ? choice.roleName : `${choice.roleName} · ${choice.place}`}</span>
              <em>{choice.isCurrent ? '当前身份' : '切换'}</em>
            </button>
          </UiForm>
        </li>
      ))}
    </ul>
  );
}
