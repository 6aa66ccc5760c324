import { describe, expect, test } from 'vitest';
import type { ClockId } from '../definition/clock-id.js';
import { BUILT_IN } from '../definition/definition.js';
import { workingTimeOf } from '../definition/working-time.js';
import { CLOCKS, type ClockFacts, targetHours } from './clock.js';
import { clockState } from './clock-state.js';
import { clockWords } from './clock-words.js';

const HOUR = 3_600_000;
const WON = new Date('2026-03-02T09:00:00Z');
/** So many hours after t0. */
const h = (hours: number) => new Date(WON.getTime() + hours * HOUR);
const d = (days: number) => h(days * 24);

const NOTHING: ClockFacts = {
  segment: 'standard',
  wonAt: WON,
  ownerNamedAt: null,
  welcomeAt: null,
  nextStepsAt: null,
  internalMeetingAt: null,
  knowledgeTransferAt: null,
  kickoffAt: null,
  promiseGapAt: null,
  promiseConversationAt: null,
  onboardingCompletedAt: null,
  firstValueAt: null,
  noticeAt: null,
  churnedAt: null,
  surveyAskedAt: null,
  surveyAnsweredAt: null,
  contactAt: [],
};

function clockOf(id: ClockId) {
  const clock = CLOCKS.find((one) => one.id === id);
  if (!clock) throw new Error(`no clock ${id}`);
  return clock;
}

function read(id: ClockId, facts: Partial<ClockFacts>, at: Date) {
  const handoff = { ...NOTHING, ...facts };
  const clock = clockOf(id);
  const state = clockState(handoff, clock, { at, definition: BUILT_IN });
  return { ...state, words: clockWords(clock, state, targetHours(BUILT_IN, clock.id, handoff.segment)) };
}

describe('a clock that starts at t0', () => {
  const cases: [ClockId, Partial<ClockFacts>, Date, string, string][] = [
    ['owner-named', {}, WON, 'running', 'No owner on our side after 0 minutes (target: named by then)'],
    ['owner-named', {}, h(1), 'breached', 'No owner on our side after 1 hour (target: named by then)'],
    ['owner-named', { ownerNamedAt: d(-9) }, h(1), 'met', 'Owner named by the start'],
    ['owner-named', { ownerNamedAt: WON }, h(1), 'met', 'Owner named by the start'],
    ['owner-named', { ownerNamedAt: h(5) }, h(6), 'breached', 'Owner named after 5 hours (target: named by then)'],
    ['welcome', {}, h(0.75), 'running', 'No welcome after 45 minutes (target 1 hour)'],
    ['welcome', {}, h(0.76), 'at risk', 'No welcome after 45 minutes (target 1 hour)'],
    ['welcome', { welcomeAt: h(1) }, h(2), 'met', 'Welcome after 1 hour (target 1)'],
    ['welcome', {}, d(19), 'breached', 'No welcome after 19 days (target 1 hour)'],
    ['next-steps', { nextStepsAt: h(24.1) }, h(30), 'breached', 'Next steps after 24 hours (target 24)'],
    ['internal-meeting', {}, h(36), 'running', 'No internal handoff meeting after 36 hours (target 48)'],
    ['internal-meeting', {}, h(37), 'at risk', 'No internal handoff meeting after 37 hours (target 48)'],
    ['knowledge-transfer', {}, h(72), 'at risk', 'No accepted brief after 72 hours (target 72)'],
    ['knowledge-transfer', {}, h(73), 'breached', 'No accepted brief after 73 hours (target 72)'],
    ['knowledge-transfer', {}, d(22), 'breached', 'No accepted brief after 22 days (target 3)'],
    ['kickoff', {}, h(50), 'running', 'No kickoff call after 50 hours (target 14 days)'],
    ['kickoff', {}, d(10.5), 'running', 'No kickoff call after 10 days (target 14)'],
    ['kickoff', {}, d(10.6), 'at risk', 'No kickoff call after 10 days (target 14)'],
    ['kickoff', {}, d(14), 'at risk', 'No kickoff call after 14 days (target 14)'],
    ['kickoff', {}, new Date(d(14).getTime() + 1), 'breached', 'No kickoff call after 14 days (target 14)'],
    ['kickoff', {}, d(19), 'breached', 'No kickoff call after 19 days (target 14)'],
    ['kickoff', { kickoffAt: d(14) }, d(19), 'met', 'Kickoff call after 14 days (target 14)'],
    ['kickoff', { kickoffAt: d(15) }, d(19), 'breached', 'Kickoff call after 15 days (target 14)'],
    ['onboarding', {}, d(20), 'at risk', 'Onboarding not complete after 20 days (target 21)'],
    ['onboarding', { segment: 'enterprise' }, d(20), 'running', 'Onboarding not complete after 20 days (target 42)'],
    ['first-value', {}, d(40), 'breached', 'No first value after 40 days (target 30)'],
    ['first-value', { segment: 'enterprise' }, d(40), 'running', 'No first value after 40 days (target 60)'],
    ['first-value', { segment: 'a segment of our own' }, d(40), 'breached', 'No first value after 40 days (target 30)'],
  ];
  test.each(cases)('%s with %o at %s is %s: %s', (id, facts, at, state, words) => {
    expect(read(id, facts, at)).toMatchObject({ state, words });
  });

  test('does not exist before the deal is won', () => {
    expect(read('kickoff', {}, h(-1))).toMatchObject({
      state: 'not started',
      startedAt: null,
      hours: null,
      usedShare: null,
      running: false,
    });
  });

  test('does not know what happens later', () => {
    expect(read('kickoff', { kickoffAt: d(12) }, d(11))).toMatchObject({ state: 'at risk', stoppedAt: null, running: true });
  });

  test('counts on when it is breached, and stops counting when it stops late', () => {
    expect(read('kickoff', {}, d(28))).toMatchObject({ usedShare: 2, running: true, stoppedAt: null, dueAt: d(14) });
    expect(read('kickoff', { kickoffAt: d(21) }, d(28))).toMatchObject({ usedShare: 1.5, running: false, stoppedAt: d(21) });
  });

  test('has no used share when its target is no time at all', () => {
    expect(read('owner-named', {}, h(1)).usedShare).toBeNull();
  });

  test('ends with the customer', () => {
    const left = { churnedAt: d(10) };
    expect(read('kickoff', left, d(90))).toMatchObject({
      state: 'ended',
      running: false,
      words: 'Kickoff call: the customer left after 10 days (target 14)',
    });
    expect(read('knowledge-transfer', left, d(90))).toMatchObject({ state: 'breached', running: false, stoppedAt: null, hours: 240 });
    expect(read('kickoff', left, d(9))).toMatchObject({ state: 'running', running: true });
  });
});

describe('in working hours', () => {
  const time = workingTimeOf({ ...BUILT_IN.calendar, timeZone: 'Europe/Berlin' }, 'UTC');
  /** A Friday, an hour before the office closes. */
  const wonAt = new Date('2026-03-06T15:00:00Z');
  const monday = (clock: string) => new Date(`2026-03-09T${clock}Z`);

  function working(id: ClockId, facts: Partial<ClockFacts>, at: Date) {
    const handoff = { ...NOTHING, wonAt, ...facts };
    const clock = clockOf(id);
    const state = clockState(handoff, clock, { at, definition: BUILT_IN, time });
    return { ...state, words: clockWords(clock, state, targetHours(BUILT_IN, clock.id, handoff.segment)) };
  }

  test('a weekend does not count', () => {
    expect(working('welcome', {}, monday('07:30:00'))).toMatchObject({
      state: 'at risk',
      hours: 1,
      working: true,
      dueAt: new Date('2026-03-06T16:00:00Z'),
    });
    expect(working('welcome', { welcomeAt: monday('08:00:00') }, monday('09:00:00'))).toMatchObject({ state: 'met', hours: 1 });
    expect(working('welcome', { welcomeAt: monday('10:30:00') }, monday('12:00:00'))).toMatchObject({
      state: 'breached',
      hours: 3.5,
      words: 'Welcome after 3 working hours (target 1)',
    });
  });

  test('a clock says when it will have run out', () => {
    expect(working('next-steps', {}, monday('08:00:00')).dueAt).toEqual(new Date('2026-03-11T15:00:00Z'));
    expect(working('next-steps', {}, wonAt).words).toBe('No next steps sent after 0 working minutes (target 24)');
  });

  test.each<ClockId>(['owner-named', 'kickoff', 'onboarding', 'first-value', 'quiet-period'])('%s stays on the wall clock', (id) => {
    expect(working(id, {}, monday('08:00:00'))).toMatchObject({ hours: 65, working: false });
  });
});

describe('the promise conversation', () => {
  const cases: [Partial<ClockFacts>, Date, string][] = [
    [{}, d(30), 'not started'],
    [{ promiseGapAt: d(3) }, d(2), 'not started'],
    [{ promiseGapAt: d(3) }, d(4), 'running'],
    [{ promiseGapAt: d(3) }, d(4.6), 'at risk'],
    [{ promiseGapAt: d(3) }, d(6), 'breached'],
    [{ promiseGapAt: d(3), promiseConversationAt: d(5) }, d(6), 'met'],
    [{ promiseGapAt: d(3), promiseConversationAt: d(1) }, d(6), 'met'],
  ];
  test.each(cases)('with %o at %s is %s', (facts, at, state) => {
    expect(read('promise-conversation', facts, at).state).toBe(state);
  });
});

describe('the quiet period', () => {
  const cases: [string, Date[], number, string, { startedAt?: Date; stoppedAt?: Date | null }][] = [
    ['runs from t0 while nobody was in contact', [], 2, 'running', { startedAt: WON, stoppedAt: null }],
    ['is at risk after three quarters', [], 4, 'at risk', { startedAt: WON }],
    ['is breached after five days', [], 6, 'breached', { startedAt: WON, stoppedAt: null }],
    ['starts again at each contact', [d(1), d(4)], 6, 'running', { startedAt: d(4) }],
    ['remembers a gap that was too long', [d(7)], 8, 'breached', { startedAt: WON, stoppedAt: d(7) }],
    ['lets the open gap speak when it presses', [d(7)], 11.5, 'at risk', { startedAt: d(7), stoppedAt: null }],
    ['is met when no gap can run out any more', [d(4), d(7), d(10)], 13, 'met', { startedAt: WON, stoppedAt: d(4) }],
    ['ends with its fourteen days', [], 60, 'breached', { startedAt: WON, stoppedAt: d(14) }],
    ['is met for good when contact was kept', [d(3), d(7), d(11)], 60, 'met', {}],
    ['knows a silence at the end of the window', [d(3), d(7)], 60, 'breached', { startedAt: d(7), stoppedAt: d(14) }],
    ['leaves contacts after the window alone', [d(3), d(7), d(11), d(40)], 60, 'met', {}],
    ['does not know contacts that come later', [d(3), d(9)], 8.5, 'breached', { startedAt: d(3), stoppedAt: null }],
  ];
  test.each(cases)('%s', (_, contactAt, day, state, span) => {
    expect(read('quiet-period', { contactAt }, d(day))).toMatchObject({ state, ...span });
  });

  test('ends with the customer', () => {
    expect(read('quiet-period', { churnedAt: d(3) }, d(60))).toMatchObject({ state: 'ended', running: false });
    expect(read('quiet-period', { churnedAt: d(6), contactAt: [d(4)] }, d(60))).toMatchObject({ state: 'ended', startedAt: d(4) });
    expect(read('quiet-period', { churnedAt: d(8), contactAt: [d(6)] }, d(60))).toMatchObject({ state: 'breached', stoppedAt: d(6) });
  });

  test('says how long it has been quiet', () => {
    expect(read('quiet-period', {}, d(6)).words).toBe('No contact with the customer for 6 days (target 5)');
    expect(read('quiet-period', { contactAt: [d(7)] }, d(8)).words).toBe('Quiet for 7 days (target 5)');
  });
});
