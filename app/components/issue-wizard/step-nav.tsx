import type { IssueProblem } from '~/app/domain/round/issue-verdict';
import { Glyph } from '~/app/components/ui/glyph';
import { UiLink } from '~/app/components/ui/ui-host';
import { stepLink, stepOfPlace, STEPS, type StepNumber } from './wizard-places';

/** The four steps; each says whether anything is left to mend in it. All can be opened at any time. */
export function StepNav({ current, problems }: { current: StepNumber; problems: readonly IssueProblem[] }) {
  return (
    <nav className="issue-steps" aria-label="下达步骤">
      <ol>
        {STEPS.map((step) => {
          const count = problems.filter((problem) => stepOfPlace(problem.place) === step.number).length;
          const isLast = step.number === STEPS.length;
          return (
            <li key={step.number}>
              <UiLink to={stepLink(step.number)} aria-current={step.number === current ? 'step' : undefined}>
                <span className="issue-step-number" aria-hidden="true">
                  {step.number}
                </span>
                <span className="issue-step-title">{step.title}</span>
                {isLast ? null : count > 0 ? (
                  <span className="issue-step-left">
                    <Glyph name="dot" /> {count} 处待更正
                  </span>
                ) : (
                  <span className="issue-step-done">
                    <Glyph name="check" />
                    <span className="visually-hidden">已齐全</span>
                  </span>
                )}
              </UiLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
