import { describe, expect, test } from 'vitest';
import { countsOf, detail, handoffs, of, outcomeOf, type Story, times } from '../../test/kpi-story.js';
import { BUILT_IN_TERMS } from '../../test/terms.js';
import { BUILT_IN, BUILT_IN_VERSION, type Definition } from '../definition/definition.js';
import { briefCompleteness as declareBriefCompleteness } from './brief-completeness.js';
import { knowledgeTransferTime as declareKnowledgeTransferTime } from './knowledge-transfer-time.js';
import type { Terms } from './kpi.js';
import { onboardingCompletion as declareOnboardingCompletion } from './onboarding-completion.js';
import { ownership as declareOwnership } from './ownership.js';
import { promiseGaps as declarePromiseGaps } from './promise-gaps.js';
import { timeToFirstValue } from './time-to-first-value.js';
import { timeToKickoff as declareTimeToKickoff } from './time-to-kickoff.js';
import { timeToWelcome as declareTimeToWelcome } from './time-to-welcome.js';

const HOUR = 1 / 24;
const WORKING: Terms = { ...BUILT_IN_TERMS, time: 'working' };
const defined = (changed: Partial<Definition>): Terms => ({
  ...BUILT_IN_TERMS,
  definition: { ...BUILT_IN_VERSION, definition: { ...BUILT_IN, ...changed } },
});

describe('onboarding completion', () => {
  const onboarding = declareOnboardingCompletion(BUILT_IN_TERMS);
  test.each<[Story, [string, number | null]]>([
    [{ age: 60, onboarded: 21.5 }, ['in time', 21]],
    [{ age: 60, onboarded: 22 }, ['late', 22]],
    [{ age: 60, onboarded: 42.5, segment: 'enterprise' }, ['in time', 42]],
    [{ age: 60, onboarded: 22, segment: 'a segment of our own' }, ['late', 22]],
    [{ age: 60, onboarded: -2 }, ['in time', 0]],
    [{ age: 60 }, ['late', 60]],
    [{ age: 21 }, ['late', 21]],
    [{ age: 20.9 }, ['waiting', 20]],
    [{ age: 60, churn: 10 }, ['left first', 10]],
    [{ age: 60, churn: 30 }, ['late', 30]],
    [{ age: 300, onboarded: 200 }, ['late', null]],
  ])('of %j is %j', (story, read) => expect(outcomeOf(onboarding, story)).toEqual(read));

  test('asks each segment for its own day, and weighs it by its handoffs', () => {
    const standard = [...times(6, { age: 90, onboarded: 15 }), ...times(4, { age: 90, onboarded: 30 })];
    const enterprise = times(5, { age: 90, onboarded: 30, segment: 'enterprise' });
    expect(of(onboarding, [...standard, ...enterprise])).toMatchObject({
      value: expect.closeTo(11 / 15, 12),
      n: 15,
      mature: 15,
      why: null,
    });
    expect(detail(onboarding, 'segment-standard', [...standard, ...enterprise])).toMatchObject({ value: 0.6, n: 10 });
    expect(detail(onboarding, 'segment-enterprise', [...standard, ...enterprise])).toMatchObject({ value: 1, n: 5 });
  });

  test('keeps those who left in the denominator, and counts the young for as long as they were seen', () => {
    const stories = [...times(5, { age: 90, onboarded: 15 }), ...times(5, { age: 90, churn: 3 })];
    expect(of(onboarding, [...stories, ...times(10, { age: 2 })])).toMatchObject({ value: 0.5, n: 20, mature: 10 });
    expect(of(onboarding, [...stories, ...times(5, { age: 10, segment: 'enterprise' })]).why).toMatch(/^so far/);
  });

  test('takes the targets of the definition', () => {
    const other = declareOnboardingCompletion(
      defined({ targets: { ...BUILT_IN.targets, onboarding: { standard: 240, enterprise: 480, tiny: 48 } } }),
    );
    expect(outcomeOf(other, { age: 60, onboarded: 3, segment: 'tiny' })).toEqual(['late', 3]);
    expect(outcomeOf(other, { age: 60, onboarded: 3 })).toEqual(['in time', 3]);
    expect(other).toMatchObject({
      windowDays: 20,
      details: expect.arrayContaining([expect.objectContaining({ label: 'Tiny: complete by day 2' })]),
    });
  });
});

describe('a time in hours', () => {
  const transfer = declareKnowledgeTransferTime(BUILT_IN_TERMS);
  const welcome = declareTimeToWelcome(BUILT_IN_TERMS);

  test.each<[Story, [string, number | null]]>([
    [{ age: 30, transfer: 71.9 * HOUR }, ['reached', 71]],
    [{ age: 30, transfer: -1 }, ['early', 0]],
    [{ age: 3 }, ['waiting', 72]],
    [{ age: 3, churn: 1, transfer: 2 }, ['left first', 24]],
    [{ age: 400, transfer: 60 }, ['reached', null]],
  ])('of %j is %j', (story, read) => expect(outcomeOf(transfer, story)).toEqual(read));

  test('is within its target as its clock says: an hour that has begun counts as the one before it', () => {
    const stories = [...times(6, { age: 30, transfer: 71.9 * HOUR }), ...times(6, { age: 30, transfer: 72.1 * HOUR })];
    expect(detail(transfer, 'within-target', stories)).toMatchObject({ value: 0.5, n: 12 });
    expect(transfer.details[0]?.label).toBe('Brief accepted within 72 hours');
    const greeted = [...times(6, { age: 30, welcome: 0.9 * HOUR }), ...times(6, { age: 30, welcome: 1.5 * HOUR })];
    expect(detail(welcome, 'within-target', greeted)).toMatchObject({ value: 0.5 });
    expect(welcome).toMatchObject({ unit: 'hours', targets: { all: 1 } });
  });

  test('says what the curve lacks in its own step', () => {
    expect(of(welcome, [...times(6, { age: 30 }), ...times(3, { age: 30, welcome: 1 })]).why).toBe('not reached: 33 % by hour 336');
  });

  test('in working time does not count the weekend', () => {
    // Won on a Friday at 16:00, welcomed on Monday at 10:00; the office closes at 17:00 and opens at 09:00.
    const story = { age: 12 - 16 * HOUR, welcome: 2.75 };
    expect(outcomeOf(welcome, story)).toEqual(['reached', 66]);
    expect(outcomeOf(declareTimeToWelcome(WORKING), story)).toEqual(['reached', 2]);
    expect(outcomeOf(declareTimeToWelcome(WORKING), { age: 12 - 16 * HOUR })).toEqual(['waiting', 1 + 7 * 8]);
    expect(declareTimeToWelcome(WORKING).definition).toContain('Median working hours');
    expect(declareKnowledgeTransferTime(WORKING).details[0]?.label).toBe('Brief accepted within 72 working hours');
  });

  test('has a share for each target that some segment has', () => {
    const targets = { ...BUILT_IN.targets, 'knowledge-transfer': { standard: 48, enterprise: 96 } };
    const ids = declareKnowledgeTransferTime(defined({ targets })).details.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['within-48', 'within-96']);
  });
});

test('a target is that of the KPI where somebody has decided it, else that of its clock', () => {
  const targets = { ...BUILT_IN.targets, 'first-value': { standard: 480, enterprise: 480 }, welcome: { standard: 2, enterprise: 4 } };
  expect(timeToFirstValue(defined({ targets })).targets).toEqual({ all: 20 });
  expect(timeToFirstValue(defined({ targets, kpiTargets: { 'time-to-first-value': { all: 25 } } })).targets).toEqual({ all: 25 });
  expect(declareTimeToWelcome(defined({ targets })).targets).toEqual({ all: null, standard: 2, enterprise: 4 });
  expect(declareTimeToWelcome(defined({ kpiTargets: { 'time-to-welcome': { all: 3 } } })).targets).toEqual({ all: 3 });
});

describe('time to kickoff', () => {
  const kickoff = declareTimeToKickoff(BUILT_IN_TERMS);
  test('is in days, and stays on the wall clock', () => {
    expect(outcomeOf(kickoff, { age: 30, kickoff: 14.2 })).toEqual(['reached', 14]);
    expect(outcomeOf(declareTimeToKickoff(WORKING), { age: 30, kickoff: 14.2 })).toEqual(['reached', 14]);
    expect(detail(kickoff, 'within-target', [...times(5, { age: 30, kickoff: 14.2 }), ...times(5, { age: 30, kickoff: 15 })]).value).toBe(
      0.5,
    );
  });
});

describe('brief completeness', () => {
  const brief = declareBriefCompleteness(BUILT_IN_TERMS);
  const full = [-3, -2, -2, -1, -1, 0];
  test.each<[Story, [string, number | null]]>([
    [{ age: 30, sections: full }, ['full', 1]],
    [{ age: 30, sections: [-1, 2, 3] }, ['partly', 1 / 6]],
    [{ age: 30, sections: [2, 3] }, ['empty', 0]],
    [{ age: 30 }, ['not told', null]],
  ])('of %j is %j', (story, read) => expect(outcomeOf(brief, story)).toEqual(read));

  test('is a mean over all handoffs at the won deal, and over those held at kickoff', () => {
    const stories = [
      ...times(5, { age: 30, sections: full, kickoff: 9 }),
      ...times(5, { age: 30 }),
      ...times(5, { age: 30, sections: [2, 3, 4], kickoff: 9 }),
    ];
    expect(of(brief, stories)).toMatchObject({ value: expect.closeTo(1 / 3, 12), n: 15 });
    expect(detail(brief, 'at-kickoff', stories)).toMatchObject({ value: 0.75, n: 10 });
    expect(detail(brief, 'full', stories)).toMatchObject({ value: expect.closeTo(1 / 3, 12), n: 15 });
    expect(detail(brief, 'full-at-kickoff', stories)).toMatchObject({ value: 0.5, n: 10 });
  });

  test('does not know what is filled later than it is asked about', () => {
    expect(outcomeOf(brief, { age: 3, sections: [-1, 5], kickoff: 9 })).toEqual(['partly', 1 / 6]);
  });
});

describe('promise gaps', () => {
  const gaps = declarePromiseGaps(BUILT_IN_TERMS);
  test.each<[Story, string]>([
    [{ age: 50 }, 'not told'],
    [{ age: 50, gap: 5, talk: 6.9 }, 'met'],
    [{ age: 50, gap: 5, talk: 7.1 }, 'missed'],
    [{ age: 50, gap: 5 }, 'missed'],
    [{ age: 50, gap: 41, churn: 42, talk: 45 }, 'missed'],
    [{ age: 50, gap: 41, churn: 42 }, 'open'],
    [{ age: 50, gap: 42 }, 'none'],
    [{ age: 41, gap: 5, talk: 6 }, 'young with gap'],
  ])('of %j is %s', (story, outcome) => expect(outcomeOf(gaps, story)[0]).toBe(outcome));

  test('rest on handoffs old enough; the conversation on all gaps whose time is over', () => {
    const stories = [
      ...times(5, { age: 50, gap: 5, talk: 6 }),
      ...times(15, { age: 50 }),
      ...times(5, { age: 20, gap: 5 }),
      ...times(9, { age: 20 }),
    ];
    expect(of(gaps, stories)).toMatchObject({ value: 0.25, n: 20, mature: 20 });
    expect(detail(gaps, 'talked-about', stories)).toMatchObject({ value: 0.5, n: 10 });
  });
});

describe('ownership', () => {
  const ownership = declareOwnership(BUILT_IN_TERMS);
  test('is the share with an owner by the won deal', () => {
    const stories = [
      ...times(6, { age: 50, owner: -2 }),
      ...times(2, { age: 50, owner: 0 }),
      ...times(2, { age: 50, owner: 5 }),
      ...times(2, { age: 50 }),
    ];
    expect(of(ownership, stories)).toMatchObject({ value: expect.closeTo(8 / 12, 12), n: 12 });
    expect(detail(ownership, 'hours-without', stories)).toMatchObject({ value: 0 });
    expect(detail(ownership, 'hours-without', stories.slice(5))).toMatchObject({ value: 120, n: 7 });
  });

  test('counts changes of owner over the days that were seen', () => {
    const stories = [...times(4, { age: 84, owner: 0, ownerChanges: [3, 30, 60] }), ...times(4, { age: 21, owner: 0 })];
    expect(detail(ownership, 'changes', stories)).toMatchObject({ value: expect.closeTo((8 / 6) * 100, 9), n: 8, mature: 4 });
  });

  test('that no source tells of is not nobody', () => {
    const stories = times(40, { age: 50 });
    expect(of(ownership, stories)).toMatchObject({ value: null, n: 0 });
    expect(countsOf(ownership, handoffs(stories)).all.at(-1)).toBe(40);
  });
});
