import { type Brief, everFilled } from './brief.js';
import { DAY, fridayEvening, HOUR, mondayAfter } from './calendar.js';
import { BRIEF_SECTIONS, type Moment } from './company.js';
import type { Csm, Rep } from './people.js';
import type { Random } from './random.js';

/** What a handoff starts with. */
export interface Start {
  wonAt: Moment;
  until: Moment;
  segment: 'standard' | 'enterprise';
  rep: Rep;
  csm: Csm;
  brief: Brief;
  /** One of the handoffs of the month in which one region went wrong. */
  troubled: boolean;
  /** False for a customer of long standing: it stays. */
  mayChurn: boolean;
  ownerless: boolean;
}

type When = Moment | null;

/** The moments of one handoff, as they happen; nothing after `until` or after the customer has left. */
export interface Journey {
  ownerNamedAt: When;
  welcomeAt: When;
  nextStepsAt: When;
  internalMeetingAt: When;
  briefAcceptedAt: When;
  kickoffScheduledAt: When;
  kickoffAt: When;
  promiseGapAt: When;
  promiseConversationAt: When;
  /** One per required onboarding task, in order. */
  onboardingTasksAt: When[];
  onboardingCompletedAt: When;
  firstValueAt: When;
  noticeGivenAt: When;
  churnedAt: When;
  missingSections: number;
}

interface Fate {
  missing: number;
  gapAt: When;
  conversationAt: When;
  /** Durations are multiplied by it. */
  slow: number;
}

export function journey(random: Random, start: Start): Journey {
  const { wonAt, until, segment } = start;
  const fate = fateOf(random, start);
  const { churnedAt, noticeGivenAt } = leaving(random, start, fate);
  const stop = Math.min(until, churnedAt ?? until);
  const happened = (at: When): When => (at === null || at > stop ? null : Math.floor(at));
  const first = beginnings(random, start);
  const enterprise = segment === 'enterprise';
  const onboardingDays = random.logNormal(enterprise ? 26 : 12.5, 0.38) * fate.slow;
  const stalled = random.chance(0.04);
  const onboarding = onboardingTasks(random, { wonAt, days: onboardingDays, count: enterprise ? 6 : 4, stalled }).map(happened);
  const valueDays = random.logNormal(enterprise ? 41 : 21.5, 0.5) * fate.slow;
  const noValue = random.chance(0.03);
  return {
    ...(Object.fromEntries(Object.entries(first).map(([name, at]) => [name, happened(at)])) as typeof first),
    promiseGapAt: happened(fate.gapAt),
    promiseConversationAt: happened(fate.conversationAt),
    onboardingTasksAt: onboarding,
    onboardingCompletedAt: onboarding.some((at) => at === null) ? null : Math.max(...onboarding.map(Number)),
    firstValueAt: noValue ? null : happened(wonAt + valueDays * DAY),
    noticeGivenAt: noticeGivenAt === null || noticeGivenAt > until ? null : noticeGivenAt,
    churnedAt: churnedAt === null || churnedAt > until ? null : churnedAt,
    missingSections: fate.missing,
  };
}

/** What weighs on the handoff from the start: the empty brief most of all. */
function fateOf(random: Random, { wonAt, rep, csm, brief, troubled }: Start): Fate {
  const missing = BRIEF_SECTIONS.length - everFilled(brief, wonAt + 14 * DAY).length;
  const gap = random.chance(rep.overpromise);
  const gapAt = gap ? wonAt + random.between(2, 20) * DAY : null;
  const talk = random.next();
  const delay = talk < 0.6 ? random.logNormal(22, 0.6) * HOUR : random.between(3, 10) * DAY;
  const conversationAt = gapAt === null || talk > 0.75 ? null : gapAt + delay;
  const slow = (1 + 0.06 * missing + (fridayEvening(wonAt) ? 0.45 : 0) + (gap ? 0.15 : 0) + (troubled ? 0.8 : 0)) * csm.pace;
  return { missing, gapAt, conversationAt, slow };
}

function leaving(random: Random, { wonAt, mayChurn, troubled }: Start, fate: Fate): { churnedAt: When; noticeGivenAt: When } {
  const unspoken = fate.gapAt !== null && fate.conversationAt === null;
  const early = 0.03 + 0.05 * fate.missing + (unspoken ? 0.15 : 0) + (fridayEvening(wonAt) ? 0.02 : 0) + (troubled ? 0.25 : 0);
  const [draw, day, notice] = [random.next(), random.next(), random.between(5, 20)];
  if (!mayChurn) return { churnedAt: null, noticeGivenAt: null };
  // After the first 90 days about one customer in eight leaves per year.
  const days = draw < early ? 26 + 63 * day : 91 - Math.log(1 - day) * 2700;
  const churnedAt = Math.floor(wonAt + days * DAY);
  return { churnedAt, noticeGivenAt: Math.floor(churnedAt - notice * DAY) };
}

type Beginnings = Pick<
  Journey,
  'ownerNamedAt' | 'welcomeAt' | 'nextStepsAt' | 'internalMeetingAt' | 'briefAcceptedAt' | 'kickoffScheduledAt' | 'kickoffAt'
>;

function beginnings(random: Random, { wonAt, csm, brief, ownerless, troubled }: Start): Beginnings {
  const friday = fridayEvening(wonAt);
  const named = random.chance(0.62) ? -random.between(0.2, 4) * DAY : random.logNormal(8, 1.1) * HOUR;
  const pace = csm.pace * (troubled ? 1.5 : 1);
  const hours = random.logNormal(csm.welcomeHours, 0.9);
  const welcome = friday ? mondayAfter(wonAt) + random.logNormal(3, 0.7) * HOUR : wonAt + hours * HOUR;
  const scheduled = welcome + random.logNormal(14, 0.8) * HOUR * pace;
  const kickoff = Math.max(scheduled + 12 * HOUR, wonAt + random.logNormal(7.5, 0.45) * DAY * pace);
  const meeting = wonAt + (random.logNormal(28, 0.5) + (friday ? 40 : 0)) * HOUR;
  const nextSteps = welcome + random.logNormal(7, 0.9) * HOUR * pace;
  return {
    ownerNamedAt: ownerless ? null : wonAt + named,
    welcomeAt: random.chance(0.03) ? null : welcome,
    nextStepsAt: random.chance(0.06) ? null : nextSteps,
    internalMeetingAt: random.chance(0.08) ? null : meeting,
    briefAcceptedAt: acceptance(random, brief, wonAt),
    kickoffScheduledAt: scheduled,
    kickoffAt: random.chance(0.02) ? null : kickoff,
  };
}

/** A full brief is accepted soon; with sections missing the CSM mostly refuses to. */
function acceptance(random: Random, brief: Brief, wonAt: Moment): When {
  const [hours, grudging] = [random.logNormal(22, 0.7), random.chance(0.2)];
  const firsts = BRIEF_SECTIONS.map((section) => brief[section]?.[0]?.at ?? null);
  const filled = firsts.filter((at) => at !== null);
  if (filled.length < BRIEF_SECTIONS.length && !(grudging && filled.length >= 4)) return null;
  return Math.max(wonAt, ...filled) + hours * HOUR * (filled.length < BRIEF_SECTIONS.length ? 3 : 1);
}

function onboardingTasks(
  random: Random,
  { wonAt, days, count, stalled }: { wonAt: Moment; days: number; count: number; stalled: boolean },
): When[] {
  const steps = Array.from({ length: count }, () => random.between(0.5, 1.5));
  const total = steps.reduce((sum, step) => sum + step, 0);
  let done = 0;
  return steps.map((step, index) => {
    done += step;
    return stalled && index >= count - 2 ? null : wonAt + days * DAY * (0.25 + 0.75 * (done / total));
  });
}
