import { UiLink } from '~/app/components/ui/ui-host';

/** The id of a check, leading to what it demands. */
export function CheckLink({ id }: { id: string }) {
  return (
    <UiLink to={`/checks#${id}`} className="finding-id" title={`查看核查规则 ${id}`}>
      {id}
    </UiLink>
  );
}
