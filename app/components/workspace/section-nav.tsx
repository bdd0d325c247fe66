import { Glyph } from '~/app/components/ui/glyph';
import { UiLink, useUiHost } from '~/app/components/ui/ui-host';
import { FORM_SECTIONS } from '~/app/domain/form/sections';
import { useLiveChecks, useProgress } from './use-workspace';

/** The sections at the left: what is left in each, and the way to 检查与报送. */
export function SectionNav({ assignmentId, isUnit }: { assignmentId: string; isUnit: boolean }) {
  const progress = useProgress();
  const checks = useLiveChecks();
  const path = useUiHost().usePath();
  const root = `/department/assignments/${assignmentId}`;
  const current = (to: string): 'page' | undefined => (path === to || path.startsWith(`${to}/`) ? 'page' : undefined);
  const sections = isUnit ? (['projects'] as const) : FORM_SECTIONS;
  return (
    <nav className="section-nav" aria-label="填报内容">
      <ol>
        {sections.map((section) => {
          const { title, required, filled, invalid } = progress.find((one) => one.section === section)!;
          const isDone = filled === required && invalid === 0;
          return (
            <li key={section}>
              <UiLink to={`${root}/${section}`} aria-current={current(`${root}/${section}`)}>
                <Glyph name={isDone ? 'check' : filled === 0 ? 'ring' : 'half'} />
                <span className="section-nav-title">{title}</span>
                <span className={invalid > 0 ? 'section-nav-count section-nav-late' : 'section-nav-count'}>
                  {invalid > 0 ? `${invalid} 处有误` : `${filled}/${required}`}
                </span>
              </UiLink>
            </li>
          );
        })}
        {isUnit ? null : (
          <>
            <li>
              <UiLink to={`${root}/check`} aria-current={current(`${root}/check`)}>
                <Glyph name={checks.blocksSubmission ? 'ring' : 'check'} />
                <span className="section-nav-title">检查与报送</span>
              </UiLink>
            </li>
            <li>
              <UiLink to={`${root}/report`} aria-current={current(`${root}/report`)}>
                <Glyph name="square" />
                <span className="section-nav-title">报告预览</span>
              </UiLink>
            </li>
          </>
        )}
      </ol>
    </nav>
  );
}
