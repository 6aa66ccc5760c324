import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detail, handoffs, of, outcomeOf, type Story, times, UNTIL } from '../../test/kpi-story.js';
import { BUILT_IN_TERMS } from '../../test/terms.js';
import type { ClockId } from '../definition/clock-id.js';
import { BUILT_IN } from '../definition/definition.js';
import { workingTimeOf } from '../definition/working-time.js';
import { CLOCKS, type ClockFacts } from '../handoff/clock.js';
import { clockState } from '../handoff/clock-state.js';
import { NEVER, toDate } from '../handoff/column.js';
import { clockCodes, placeOf } from './clock-code.js';
import { clocksMet as declareClocksMet } from './clocks-met.js';
import type { Terms } from './kpi.js';
import { observed } from './observed.js';
import type { Selection } from './selection.js';

const clocksMet = declareClocksMet(BUILT_IN_TERMS);
const HOUR = 1 / 24;

/** What the codes say of a clock of the only handoff. */
function verdictOn(id: ClockId, selection: Selection, terms: Terms = BUILT_IN_TERMS) {
  const { half, verdict } = placeOf(id);
  return verdict(observed(selection, clockCodes(terms)[half])[0] ?? 0);
}

describe('a clock', () => {
  test.each<[ClockId, Story, string]>([
    ['owner-named', { age: 0 }, 'open'],
    ['owner-named', { age: 1 }, 'missed'],
    ['owner-named', { age: 1, owner: 0 }, 'met'],
    ['owner-named', { age: 1, owner: HOUR }, 'missed'],
    ['welcome', { age: 2, welcome: HOUR }, 'met'],
    ['welcome', { age: HOUR }, 'open'],
    ['kickoff', { age: 30, kickoff: 14 }, 'met'],
    ['kickoff', { age: 30, kickoff: 14.01 }, 'missed'],
    ['kickoff', { age: 30, churn: 10 }, 'open'],
    ['kickoff', { age: 30, churn: 15 }, 'missed'],
    ['promise-conversation', { age: 30 }, 'open'],
    ['promise-conversation', { age: 30, gap: 3 }, 'missed'],
    ['promise-conversation', { age: 30, gap: 3, talk: 1 }, 'met'],
    ['quiet-period', { age: 30 }, 'missed'],
    ['quiet-period', { age: 30, contacts: [3, 7, 11] }, 'met'],
    ['quiet-period', { age: 13, contacts: [4, 7, 10] }, 'met'],
    ['quiet-period', { age: 6, contacts: [4] }, 'open'],
    ['quiet-period', { age: 30, contacts: [4], churn: 6 }, 'open'],
    ['onboarding', { age: 30 }, 'missed'],
    ['onboarding', { age: 30, segment: 'enterprise' }, 'open'],
    ['first-value', { age: 40, value: -5 }, 'met'],
  ])('%s of %j is %s', (id, story, verdict) => expect(verdictOn(id, handoffs([story]))).toBe(verdict));

  const day = fc.option(fc.double({ min: -5, max: 60, noNaN: true }), { nil: undefined });
  const story = fc.record({
    age: fc.double({ min: 0, max: 80, noNaN: true }),
    owner: day,
    welcome: day,
    nextSteps: day,
    meeting: day,
    transfer: day,
    kickoff: day,
    gap: day,
    talk: day,
    onboarded: day,
    value: day,
    churn: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: undefined }),
    contacts: fc.array(fc.double({ min: 0, max: 14, noNaN: true }), { maxLength: 6 }).map((days) => days.sort((a, b) => a - b)),
    segment: fc.constantFrom('standard', 'enterprise', 'ours'),
  });

  test.each(['wall', 'working'] as const)('read in columns on %s time stands as it does on the page of its handoff', (time) => {
    const terms: Terms = { ...BUILT_IN_TERMS, time };
    const hours = time === 'working' ? workingTimeOf(BUILT_IN.calendar, 'UTC') : 'wall';
    fc.assert(
      fc.property(story, (told) => {
        const selection = handoffs([told]);
        for (const clock of CLOCKS) {
          const { state } = clockState(factsOf(selection, told.segment), clock, { at: toDate(UNTIL), definition: BUILT_IN, time: hours });
          const verdict = verdictOn(clock.id, selection, terms);
          // A silence that presses is shown before an older one that was too long.
          const pressing = clock.id === 'quiet-period' && verdict === 'missed' && state === 'at risk';
          if (!pressing) expect([clock.id, verdict]).toEqual([clock.id, { met: 'met', breached: 'missed' }[String(state)] ?? 'open']);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The columns of the only handoff as the row it came from. */
function factsOf({ snapshot: { columns } }: Selection, segment: string): ClockFacts {
  const { moment, list } = columns;
  const at = (name: keyof typeof moment) => ((moment[name][0] ?? NEVER) === NEVER ? null : toDate(moment[name][0] ?? 0));
  return {
    segment,
    wonAt: toDate(moment.won_at[0] ?? 0),
    ownerNamedAt: at('owner_named_at'),
    welcomeAt: at('welcome_at'),
    nextStepsAt: at('next_steps_at'),
    internalMeetingAt: at('internal_meeting_at'),
    knowledgeTransferAt: at('knowledge_transfer_at'),
    kickoffAt: at('kickoff_at'),
    promiseGapAt: at('promise_gap_at'),
    promiseConversationAt: at('promise_conversation_at'),
    onboardingCompletedAt: at('onboarding_completed_at'),
    firstValueAt: at('first_value_at'),
    noticeAt: null,
    churnedAt: at('churned_at'),
    surveyAskedAt: null,
    surveyAnsweredAt: null,
    contactAt: [...list.contact_at.values].map(toDate),
  };
}

describe('clocks met', () => {
  /** Three clocks met, and the first-value clock still running. */
  const good: Story = { age: 25, owner: 0, welcome: HOUR / 2, kickoff: 5 };
  const story = (but: Partial<Story>): Story => ({
    ...good,
    nextSteps: 2,
    meeting: 1,
    transfer: 2,
    contacts: [4, 8, 12],
    onboarded: 20,
    ...but,
  });

  test('counts clocks over handoffs: those stopped or run out, and which of them in time', () => {
    expect(outcomeOf(clocksMet, story({}))).toEqual(['some missed', 7 / 8]);
    expect(outcomeOf(clocksMet, story({ nextSteps: 1 }))).toEqual(['all met', 1]);
    expect(outcomeOf(clocksMet, { age: 0 })).toEqual(['none yet', null]);
    const stories = [...times(5, story({ nextSteps: 1 })), ...times(5, story({}))];
    expect(of(clocksMet, stories)).toMatchObject({ value: expect.closeTo(75 / 80, 12), n: 10 });
    expect(of(clocksMet, [...stories, ...times(20, { age: 0 })])).toMatchObject({ n: 10 });
  });

  test('tells each clock for itself', () => {
    const stories = [...times(5, story({ nextSteps: 1 })), ...times(5, story({})), ...times(5, { age: 0 })];
    expect(detail(clocksMet, 'next-steps', stories)).toMatchObject({ value: 0.5, n: 10, low: expect.closeTo(0.2365930907, 9) });
    expect(detail(clocksMet, 'welcome', stories)).toMatchObject({ value: 1, n: 10 });
    expect(detail(clocksMet, 'first-value', stories)).toMatchObject({ value: null, n: 0 });
    expect(clocksMet.details.map(({ id }) => id)).toEqual(CLOCKS.map(({ id }) => id));
  });

  test('says what each clock may take', () => {
    const labels = clocksMet.details.map(({ label }) => label);
    expect(labels).toContain('Owner named: by the start');
    expect(labels).toContain('Welcome: within 1 hour');
    expect(labels).toContain('Onboarding: within 21 days (standard), 42 days (enterprise)');
    const working = declareClocksMet({ ...BUILT_IN_TERMS, time: 'working' }).details.map(({ label }) => label);
    expect(working).toContain('Next steps: within 24 working hours');
    expect(working).toContain('Kickoff call: within 14 days');
  });

  test('leaves a clock out that nothing ever stops', () => {
    const silent = times(40, story({ nextSteps: undefined }));
    expect(detail(clocksMet, 'next-steps', silent)).toMatchObject({ value: null, n: 0 });
    expect(of(clocksMet, silent)).toMatchObject({ value: 1, n: 40 });
    expect(detail(clocksMet, 'next-steps', silent.slice(0, 20))).toMatchObject({ value: 0, n: 20 });
  });
});
