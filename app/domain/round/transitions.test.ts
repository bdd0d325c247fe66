import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentStateSchema, type AssignmentState, type RoundState } from './assignment-state';
import { finaliseRound, publishRound } from './round-transitions';
import {
  acceptSubmission,
  ASSIGNMENT_TRANSITIONS,
  isOverdue,
  returnSubmission,
  returnToFiller,
  sendForApproval,
  startFilling,
  submit,
  TRANSITION_REFUSALS,
  type AssignmentCommand,
  type AssignmentSituation,
  type SubmitInput,
} from './transitions';

const STATES = assignmentStateSchema.options;
const deadline = new Date('2025-05-31T18:00:00+08:00');
const input: SubmitInput = { checksBlock: false, snapshotHash: 'b', previousSnapshotHash: 'a', submissionDeadline: deadline, now: deadline };

function run(command: AssignmentCommand, situation: AssignmentSituation) {
  switch (command) {
    case 'start_filling':
      return startFilling(situation);
    case 'send_for_approval':
      return sendForApproval(situation, { checksBlock: false });
    case 'return_to_filler':
      return returnToFiller(situation, { reason: '完成值与台账不符' });
    case 'submit':
      return submit(situation, input);
    case 'return':
      return returnSubmission(situation, { reason: '请补充偏差原因' });
    case 'accept':
      return acceptSubmission(situation);
  }
}
const COMMANDS = Object.keys(ASSIGNMENT_TRANSITIONS) as AssignmentCommand[];

/** Every allowed move, written apart from the table under test. */
const ALLOWED = [
  'start_filling: not_started → filling',
  'send_for_approval: filling → in_approval',
  'return_to_filler: in_approval → filling',
  'submit: in_approval → submitted',
  'return: submitted → filling',
  'return: accepted → filling',
  'accept: submitted → accepted',
];

describe('assignment transitions', () => {
  it('allows exactly the listed moves in an open round', () => {
    const seen = COMMANDS.flatMap((command) =>
      STATES.flatMap((state) => {
        const verdict = run(command, { state, roundState: 'open' });
        if (!verdict.ok) expect(verdict.reason).toBe('wrong_state');
        return verdict.ok ? [`${command}: ${state} → ${verdict.state}`] : [];
      }),
    );
    expect(seen.sort()).toEqual([...ALLOWED].sort());
  });

  it.each<RoundState>(['finalised', 'published'])('moves nothing in a %s round', (roundState) => {
    for (const command of COMMANDS) {
      for (const state of STATES) expect(run(command, { state, roundState })).toEqual({ ok: false, reason: 'round_closed' });
    }
  });

  it('keeps a form with findings where it is', () => {
    expect(sendForApproval({ state: 'filling', roundState: 'open' }, { checksBlock: true })).toEqual({ ok: false, reason: 'checks_block' });
    expect(submit({ state: 'in_approval', roundState: 'open' }, { ...input, checksBlock: true })).toEqual({ ok: false, reason: 'checks_block' });
  });

  it('accepts late and says so, to the millisecond', () => {
    const situation: AssignmentSituation = { state: 'in_approval', roundState: 'open' };
    expect(submit(situation, input)).toEqual({ ok: true, state: 'submitted', late: false });
    expect(submit(situation, { ...input, now: new Date(deadline.getTime() + 1) })).toEqual({ ok: true, state: 'submitted', late: true });
  });

  it('refuses a resubmission without change', () => {
    expect(submit({ state: 'in_approval', roundState: 'open' }, { ...input, previousSnapshotHash: 'b' })).toEqual({ ok: false, reason: 'unchanged' });
    expect(submit({ state: 'in_approval', roundState: 'open' }, { ...input, previousSnapshotHash: null }).ok).toBe(true);
  });

  it('wants a reason for both kinds of return', () => {
    expect(returnToFiller({ state: 'in_approval', roundState: 'open' }, { reason: ' ' })).toEqual({ ok: false, reason: 'reason_missing' });
    expect(returnSubmission({ state: 'submitted', roundState: 'open' }, { reason: '' })).toEqual({ ok: false, reason: 'reason_missing' });
  });

  it('has a sentence for every refusal', () => {
    for (const sentence of Object.values(TRANSITION_REFUSALS)) expect(sentence).toMatch(/。$/);
  });

  it('marks overdue only while nothing is reported', () => {
    const now = new Date(deadline.getTime() + 1);
    expect(STATES.filter((state) => isOverdue({ state, submissionDeadline: deadline, now }))).toEqual(['not_started', 'filling', 'in_approval']);
    expect(STATES.filter((state) => isOverdue({ state, submissionDeadline: deadline, now: deadline }))).toEqual([]);
  });
});

describe('round transitions', () => {
  it('finalises only when every department has reported', () => {
    expect(finaliseRound('open', ['submitted', 'accepted'])).toEqual({ ok: true, state: 'finalised' });
    expect(finaliseRound('open', ['submitted', 'filling', 'in_approval'])).toEqual({ ok: false, reason: 'not_all_submitted', waiting: 2 });
    expect(finaliseRound('open', [])).toEqual({ ok: false, reason: 'nothing_to_finalise' });
    expect(finaliseRound('finalised', ['accepted'])).toEqual({ ok: false, reason: 'already_finalised' });
  });
  it('publishes only what is final', () => {
    expect(publishRound('open')).toEqual({ ok: false, reason: 'not_finalised' });
    expect(publishRound('finalised')).toEqual({ ok: true, state: 'published' });
    expect(publishRound('published')).toEqual({ ok: false, reason: 'already_published' });
  });
});

/** Model of a whole round: what must hold whatever is attempted, told without the transition table. */
interface Model {
  states: AssignmentState[];
  round: RoundState;
  reported: boolean[];
  approvedSinceFilling: boolean[];
}

type Attempt = { kind: AssignmentCommand; department: number } | { kind: 'finalise' } | { kind: 'publish' };
const attempts = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constantFrom(...COMMANDS), department: fc.nat({ max: 2 }) }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'finalise' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'publish' as const }) },
  ),
  { minLength: 60, maxLength: 240, size: 'max' },
) as fc.Arbitrary<Attempt[]>;

/** What a wrong step would break; null when the step is right. Plain comparisons: this runs some ten thousand times. */
function broken(before: Model, after: Model, at: number): string | null {
  const [from, to] = [before.states[at]!, after.states[at]!];
  if (before.round !== 'open' && from !== to) return 'moved in a closed round';
  if (to === 'submitted' && from !== 'submitted' && !before.approvedSinceFilling[at]) return 'reported without approval';
  if (to === 'accepted' && from !== 'accepted' && from !== 'submitted') return 'accepted without a report';
  if (after.states.some((state, index) => (state === 'submitted' || state === 'accepted') !== after.reported[index])) return 'reported flag and state differ';
  if (after.round !== 'open' && after.reported.includes(false)) return 'closed with a department missing';
  if (after.round === 'published' && before.round === 'open') return 'published before it was final';
  return null;
}

function step(model: Model, attempt: Attempt): Model {
  if (attempt.kind === 'finalise' || attempt.kind === 'publish') {
    const verdict = attempt.kind === 'finalise' ? finaliseRound(model.round, model.states) : publishRound(model.round);
    return verdict.ok ? { ...model, round: verdict.state } : model;
  }
  const at = attempt.department;
  const verdict = run(attempt.kind, { state: model.states[at]!, roundState: model.round });
  if (!verdict.ok) return model;
  const put = <Value>(values: Value[], value: Value): Value[] => values.map((old, index) => (index === at ? value : old));
  const { state } = verdict;
  return {
    ...model,
    states: put(model.states, state),
    reported: state === 'submitted' ? put(model.reported, true) : state === 'filling' ? put(model.reported, false) : model.reported,
    approvedSinceFilling: state === 'in_approval' ? put(model.approvedSinceFilling, true) : state === 'filling' ? put(model.approvedSinceFilling, false) : model.approvedSinceFilling,
  };
}

describe('random command sequences', () => {
  it('never reach an illegal state', () => {
    let finalised = 0;
    fc.assert(
      fc.property(attempts, (sequence) => {
        let model: Model = { states: ['not_started', 'not_started', 'not_started'], round: 'open', reported: [false, false, false], approvedSinceFilling: [false, false, false] };
        for (const attempt of sequence) {
          const after = step(model, attempt);
          const wrong = broken(model, after, 'department' in attempt ? attempt.department : 0);
          if (wrong !== null) throw new Error(`${wrong}: ${JSON.stringify(attempt)} on ${JSON.stringify(model)}`);
          if (after.round === 'finalised' && model.round === 'open') finalised += 1;
          model = after;
        }
      }),
      { numRuns: 300 },
    );
    expect(finalised).toBeGreaterThan(0);
  });
});
