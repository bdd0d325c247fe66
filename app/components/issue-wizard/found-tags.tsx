import { FindingTag } from '~/app/components/ui/finding-tag';

/** How many problems keep a department's targets from being issued, and how many things are worth knowing. */
export function FoundTags({ problems, notes }: { problems: number; notes: number }) {
  if (problems + notes === 0) return <span className="secondary-text">无</span>;
  return (
    <span className="tag-group">
      {problems > 0 ? <FindingTag level="E" count={problems} /> : null}
      {notes > 0 ? <FindingTag level="I" count={notes} /> : null}
    </span>
  );
}
