import type { Handoff, HandoffKind } from '../../etl/warehouse/index.js';

const DAY = 24;

export const CLOCK_IDS = [
  'owner-named',
  'welcome',
  'next-steps',
  'internal-meeting',
  'knowledge-transfer',
  'kickoff',
  'promise-conversation',
  'quiet-period',
  'onboarding',
  'first-value',
] as const;

export type ClockId = (typeof CLOCK_IDS)[number];

/** One promise about a handoff: it starts, and must stop within its target. */
export interface Clock {
  id: ClockId;
  name: string;
  /** By segment; a segment of a workspace's own has the standard target. */
  targetHours: { standard: number; enterprise: number };
  /** Column at which it starts; null for the quiet period, which starts at each contact. */
  starts: MomentColumn;
  /** Column at which it stops; null for the quiet period, which stops at the next contact. */
  stops: MomentColumn | null;
  /** What its absence is called: "No kickoff call after 19 days". */
  missing: string;
  stopsWhen: string;
  /** Kinds of timeline event that start it; the record behind a missing thing is the one it has been missing since. */
  startKinds: readonly HandoffKind[];
}

/** Columns that say when something happened to the handoff itself. */
export type MomentColumn = Exclude<{ [K in keyof Handoff]: Handoff[K] extends Date | null ? K : never }[keyof Handoff], 'removedAt'>;

/** What of a handoff its clocks are read from. */
export type ClockFacts = Pick<Handoff, MomentColumn | 'segment' | 'contactAt'>;

/** Days from t0 in which a customer must not be left without contact. */
export const QUIET_WINDOW_DAYS = 14;

type Targets = Clock['targetHours'];
const hours = (standard: number, enterprise = standard): Targets => ({ standard, enterprise });
const days = (standard: number, enterprise = standard): Targets => hours(standard * DAY, enterprise * DAY);
const fromWon = { starts: 'wonAt', startKinds: ['deal-won'] } as const;

/** In the order of the process. */
export const CLOCKS: readonly Clock[] = [
  {
    ...fromWon,
    id: 'owner-named',
    name: 'Owner named',
    targetHours: hours(0),
    stops: 'ownerNamedAt',
    missing: 'No owner on our side',
    stopsWhen: 'a customer-success or implementation owner is on the deal or account',
  },
  {
    ...fromWon,
    id: 'welcome',
    name: 'Welcome',
    targetHours: hours(1),
    stops: 'welcomeAt',
    missing: 'No welcome',
    stopsWhen: 'the first substantive message or invitation goes to the customer',
  },
  {
    ...fromWon,
    id: 'next-steps',
    name: 'Next steps',
    targetHours: hours(24),
    stops: 'nextStepsAt',
    missing: 'No next steps sent',
    stopsWhen: 'the kickoff is scheduled or the next steps are sent',
  },
  {
    ...fromWon,
    id: 'internal-meeting',
    name: 'Internal handoff meeting',
    targetHours: hours(48),
    stops: 'internalMeetingAt',
    missing: 'No internal handoff meeting',
    stopsWhen: 'sales and success have met, or the task for it is done',
  },
  {
    ...fromWon,
    id: 'knowledge-transfer',
    name: 'Knowledge transfer',
    targetHours: hours(72),
    stops: 'knowledgeTransferAt',
    missing: 'No accepted brief',
    stopsWhen: 'the receiving team accepts the brief',
  },
  {
    ...fromWon,
    id: 'kickoff',
    name: 'Kickoff call',
    targetHours: days(14),
    stops: 'kickoffAt',
    missing: 'No kickoff call',
    stopsWhen: 'the kickoff call is held',
  },
  {
    id: 'promise-conversation',
    name: 'Promise conversation',
    targetHours: hours(48),
    starts: 'promiseGapAt',
    stops: 'promiseConversationAt',
    missing: 'No conversation about a promise we cannot keep',
    stopsWhen: 'the conversation with the customer is recorded',
    startKinds: ['promise-gap-found'],
  },
  {
    id: 'quiet-period',
    name: 'Quiet period',
    targetHours: days(5),
    starts: 'wonAt',
    stops: null,
    missing: 'No contact with the customer',
    stopsWhen: `there is any contact with the customer; watched for the first ${QUIET_WINDOW_DAYS} days`,
    startKinds: ['contact-made', 'welcome-sent', 'next-steps-sent', 'kickoff-held', 'promise-conversation-held', 'deal-won'],
  },
  {
    ...fromWon,
    id: 'onboarding',
    name: 'Onboarding',
    targetHours: days(21, 42),
    stops: 'onboardingCompletedAt',
    missing: 'Onboarding not complete',
    stopsWhen: 'onboarding is complete',
  },
  {
    ...fromWon,
    id: 'first-value',
    name: 'First value',
    targetHours: days(30, 60),
    stops: 'firstValueAt',
    missing: 'No first value',
    stopsWhen: 'the first-value event happens',
  },
];

/** Hours within which `clock` must stop for a handoff of `segment`. */
export function targetHours(clock: Clock, segment: string): number {
  return segment === 'enterprise' ? clock.targetHours.enterprise : clock.targetHours.standard;
}
