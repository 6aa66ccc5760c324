import type { GivenHandoff } from './known-handoffs.js';

const DAY = 86_400_000;

/** Two years of won deals of differing fate, the same for the same end and count. */
export function twoYears(until: Date, count = 400): GivenHandoff[] {
  const random = sequence(20260601);
  return Array.from({ length: count }, (_, i) => oneHandoff(i, new Date(until.getTime() - random() * 730 * DAY), random));
}

function oneHandoff(i: number, wonAt: Date, random: () => number): GivenHandoff {
  const after = (days: number) => new Date(wonAt.getTime() + days * DAY);
  const maybe = (chance: number, days: number) => (random() < chance ? after(random() * days) : null);
  const asked = maybe(0.8, 5);
  const satisfied = random() < 0.7;
  const answered = asked && random() < 0.6 ? after(random() * 6.9) : null;
  return {
    id: `crm:${i}`,
    wonAt,
    accountName: i % 7 === 0 ? `evil${i}.com <script>alert(${i})</script> & "Co"` : `Account ${i}`,
    segment: random() < 0.3 ? 'enterprise' : 'standard',
    ownerName: `Rep ${i % 5}`,
    csmName: random() < 0.9 ? `CSM ${i % 4}` : null,
    amount: String(Math.round(random() * 90_000)),
    arr: random() < 0.8 ? String(Math.round(random() * 60_000)) : null,
    currency: 'EUR',
    ownerNamedAt: maybe(0.9, 2),
    welcomeAt: maybe(0.9, 1),
    nextStepsAt: maybe(0.9, 2),
    internalMeetingAt: maybe(0.8, 4),
    knowledgeTransferAt: maybe(0.8, 6),
    kickoffAt: maybe(0.85, 25),
    onboardingCompletedAt: maybe(0.8, 60),
    firstValueAt: maybe(0.75, 90),
    churnedAt: random() < 0.12 ? after(20 + random() * 300) : null,
    surveyAskedAt: asked,
    surveyAnsweredAt: answered,
    surveySatisfied: answered && satisfied,
    surveyScore: answered && (satisfied ? '5' : '2'),
    repeatAt: random() < 0.3 ? [after(random() * 40)] : [],
    escalationAt: random() < 0.15 ? [after(random() * 120)] : [],
    dimensions: { region: ['EMEA', 'AMER', 'APAC'][i % 3] ?? 'EMEA' },
  };
}

/** Park and Miller's generator: numbers in (0, 1). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
