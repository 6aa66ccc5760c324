import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detail, of, outcomeOf, type Story, times } from '../../test/kpi-story.js';
import { BUILT_IN_TERMS } from '../../test/terms.js';
import { BUILT_IN, BUILT_IN_VERSION, type Definition, HEALTH_PARTS } from '../definition/definition.js';
import { handoffHealth } from './handoff-health.js';
import type { Terms } from './kpi.js';

const health = handoffHealth(BUILT_IN_TERMS);

/** Everything is known of it, and good. */
const PERFECT: Story = {
  age: 200,
  owner: -1,
  welcome: 0,
  kickoff: 5,
  sections: [-1, -1, -1, -1, -1, -1],
  contacts: [1, 5, 9, 13],
  onboarded: 10,
  value: 20,
  asked: 1,
  answered: 2,
  satisfied: true,
  gap: 3,
  talk: 4,
};
/** Beside it, so that repeats and escalations are told of. */
const OTHER: Story = { ...PERFECT, age: 300, repeats: [1], escalated: [1] };

/** The mean of five such handoffs and one other, without what the other adds. */
function score(story: Story, terms: Terms = BUILT_IN_TERMS): number | null {
  const kpi = handoffHealth(terms);
  const together = of(kpi, [...times(5, story), OTHER]);
  const alone = of(kpi, times(6, OTHER));
  return together.value === null || together.n < 6 ? null : (together.value * 6 - (alone.value ?? 0)) / 5;
}

const weighing = (health: Partial<Definition['health']>): Terms => {
  const none = Object.fromEntries(HEALTH_PARTS.map((part) => [part, 0])) as Definition['health'];
  return { ...BUILT_IN_TERMS, definition: { ...BUILT_IN_VERSION, definition: { ...BUILT_IN, health: { ...none, ...health } } } };
};

describe('the health of a handoff', () => {
  test('in which all went well is 100', () => expect(score(PERFECT)).toBeCloseTo(100, 9));

  test.each<[string, Partial<Story>, number]>([
    ['without a kickoff loses its weight', { kickoff: undefined }, 85],
    ['with half a brief loses half of its weight', { sections: [-1, -1, -1] }, 92.5],
    ['that repeated once loses half of its weight', { repeats: [3] }, 97.5],
    ['that repeated often loses all of it', { repeats: [3, 4, 5] }, 95],
    ['that escalated loses its weight', { escalated: [3] }, 95],
    ['that is not satisfied loses its weight', { satisfied: false }, 95],
  ])('%s', (_, but, expected) => expect(score({ ...PERFECT, ...but })).toBeCloseTo(expected, 9));

  test('does not count what is not known: neither as good nor as bad', () => {
    expect(score({ ...PERFECT, satisfied: undefined, answered: undefined, gap: undefined, talk: undefined })).toBeCloseTo(100, 9);
    expect(score({ ...PERFECT, answered: undefined, kickoff: undefined })).toBeCloseTo(84, 1);
  });

  test('is no score while less than half of its weight is known', () => {
    expect(outcomeOf(health, { age: 0.5, owner: 0, welcome: 0 })).toEqual(['no score', null]);
    const stories = [...times(5, PERFECT), OTHER, ...times(6, { age: 0.5, owner: 0, welcome: 0 })];
    expect(of(health, stories)).toMatchObject({ n: 6 });
    expect(detail(health, 'coverage', stories)).toMatchObject({ value: 0.5, n: 12 });
  });

  test('weighs its parts as the definition says', () => {
    expect(score({ ...PERFECT, kickoff: undefined }, weighing({ kickoff: 30, welcome: 10 }))).toBeCloseTo(25, 9);
    expect(score(PERFECT, weighing({}))).toBeNull();
    expect(handoffHealth(weighing({ kickoff: 30, welcome: 10 })).details.map(({ label }) => label)).toContain(
      'Kickoff in time (75 % of the weight)',
    );
  });

  test('shows each part over the handoffs of which it is known', () => {
    const stories = [
      ...times(5, PERFECT),
      ...times(5, { ...PERFECT, kickoff: undefined }),
      ...times(5, { ...PERFECT, age: 10, kickoff: undefined }),
    ];
    expect(detail(health, 'kickoff', stories)).toMatchObject({ value: 0.5, n: 10 });
    expect(health.details.map(({ id }) => id)).toEqual(['coverage', ...HEALTH_PARTS]);
  });

  test('stays between 0 and 100, and is the weighted mean of what is known', () => {
    const maybe = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined });
    const story = fc.record({
      kickoff: maybe(5),
      owner: maybe(-1),
      welcome: maybe(0),
      onboarded: maybe(9),
      value: maybe(9),
      answered: maybe(2),
      gap: maybe(3),
      talk: maybe(4),
      satisfied: fc.boolean(),
      contacts: fc.constantFrom([1, 5, 9, 13], []),
      sections: fc.constantFrom([-1], [-1, -1, -1, -1, -1], []),
      escalated: fc.constantFrom([3], []),
    });
    fc.assert(
      fc.property(story, (told) => {
        const one: Story = { age: 200, ...told };
        const { health: weights } = BUILT_IN;
        const clock = (met: boolean) => (met ? 1 : 0);
        const parts: [number, number | null][] = [
          [weights['owner-named'], clock(told.owner !== undefined)],
          [weights.welcome, clock(told.welcome !== undefined)],
          [weights.brief, told.sections.length / 6],
          [weights.kickoff, clock(told.kickoff !== undefined)],
          [weights.contact, clock(told.contacts.length > 0)],
          [weights.onboarding, clock(told.onboarded !== undefined)],
          [weights['first-value'], clock(told.value !== undefined)],
          [weights.csat, told.answered === undefined ? null : clock(told.satisfied)],
          [weights.repeats, 1],
          [weights.escalations, clock(told.escalated.length === 0)],
          [weights.promises, told.gap === undefined ? null : clock(told.talk !== undefined)],
        ];
        const known = parts.flatMap(([weight, part]) => (part === null ? [] : [[weight, part] as const]));
        const mean = known.reduce((sum, [weight, part]) => sum + weight * part, 0) / known.reduce((sum, [weight]) => sum + weight, 0);
        // Scores are kept to half a point.
        expect(Math.abs((score(one) ?? -1) - mean * 100)).toBeLessThanOrEqual(0.25 + 1e-9);
      }),
      { numRuns: 100 },
    );
  });
});
