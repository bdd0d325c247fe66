import { ProgressBar } from '~/app/components/ui/progress-bar';
import type { SectionProgress } from '~/app/domain/form/sections';

/** How far each section of an unfinished form is filled. */
export function SectionProgressList({ sections }: { sections: readonly SectionProgress[] }) {
  return (
    <ul className="section-progress" aria-label="填报进度">
      {sections.map((section) => (
        <li key={section.section}>
          <span>{section.title}</span>
          <ProgressBar
            total={section.required}
            parts={[{ count: section.filled, tone: section.filled === section.required ? 'green' : 'blue', label: '已填' }]}
            label={section.title}
            text={section.invalid > 0 ? `${section.filled}/${section.required}，${section.invalid} 处无法识别` : undefined}
          />
        </li>
      ))}
    </ul>
  );
}
