import type { Handoff, HandoffKind } from '../../etl/warehouse/index.js';
import type { ClockId } from '../definition/clock-id.js';
import type { Definition } from '../definition/definition.js';

/** One promise about a handoff: it starts, and must stop within its target. */
export interface Clock {
  id: ClockId;
  name: string;
  /** Column at which it starts; null for the quiet period, which starts at each contact. */
  starts: MomentColumn;
  /** Column at which it stops; null for the quiet period, which stops at the next contact. */
  stops: MomentColumn | null;
  /** What its absence is called: "No kickoff call after 19 days". */
  missing: string;
  stopsWhen: string;
  /** Kinds of timeline event that start it; the record behind a missing thing is the one it has been missing since. */
  startKinds: readonly HandoffKind[];
  /** Its hours are those of the working calendar where that reading is asked for; the others are always counted on the wall clock. */
  working: boolean;
}

/** Columns that say when something happened to the handoff itself. */
export type MomentColumn = Exclude<{ [K in keyof Handoff]: Handoff[K] extends Date | null ? K : never }[keyof Handoff], 'removedAt'>;

/** What of a handoff its clocks are read from. */
export type ClockFacts = Pick<Handoff, MomentColumn | 'segment' | 'contactAt'>;

const fromWon = { starts: 'wonAt', startKinds: ['deal-won'] } as const;

/** In the order of the process. */
export const CLOCKS: readonly Clock[] = [
  {
    ...fromWon,
    id: 'owner-named',
    name: 'Owner named',
    stops: 'ownerNamedAt',
    missing: 'No owner on our side',
    stopsWhen: 'a customer-success or implementation owner is on the deal or account',
    working: false,
  },
  {
    ...fromWon,
    id: 'welcome',
    name: 'Welcome',
    stops: 'welcomeAt',
    missing: 'No welcome',
    stopsWhen: 'the first substantive message or invitation goes to the customer',
    working: true,
  },
  {
    ...fromWon,
    id: 'next-steps',
    name: 'Next steps',
    stops: 'nextStepsAt',
    missing: 'No next steps sent',
    stopsWhen: 'the kickoff is scheduled or the next steps are sent',
    working: true,
  },
  {
    ...fromWon,
    id: 'internal-meeting',
    name: 'Internal handoff meeting',
    stops: 'internalMeetingAt',
    missing: 'No internal handoff meeting',
    stopsWhen: 'sales and success have met, or the task for it is done',
    working: true,
  },
  {
    ...fromWon,
    id: 'knowledge-transfer',
    name: 'Knowledge transfer',
    stops: 'knowledgeTransferAt',
    missing: 'No accepted brief',
    stopsWhen: 'the receiving team has accepted the brief, and its sections are filled',
    working: true,
  },
  {
    ...fromWon,
    id: 'kickoff',
    name: 'Kickoff call',
    stops: 'kickoffAt',
    missing: 'No kickoff call',
    stopsWhen: 'the kickoff call is held',
    working: false,
  },
  {
    id: 'promise-conversation',
    name: 'Promise conversation',
    starts: 'promiseGapAt',
    stops: 'promiseConversationAt',
    missing: 'No conversation about a promise we cannot keep',
    stopsWhen: 'the conversation with the customer is recorded',
    startKinds: ['promise-gap-found'],
    working: true,
  },
  {
    id: 'quiet-period',
    name: 'Quiet period',
    starts: 'wonAt',
    stops: null,
    missing: 'No contact with the customer',
    stopsWhen: 'there is any contact with the customer; watched in the first days only',
    startKinds: ['contact-made', 'welcome-sent', 'next-steps-sent', 'kickoff-held', 'promise-conversation-held', 'deal-won'],
    working: false,
  },
  {
    ...fromWon,
    id: 'onboarding',
    name: 'Onboarding',
    stops: 'onboardingCompletedAt',
    missing: 'Onboarding not complete',
    stopsWhen: 'onboarding is complete',
    working: false,
  },
  {
    ...fromWon,
    id: 'first-value',
    name: 'First value',
    stops: 'firstValueAt',
    missing: 'No first value',
    stopsWhen: 'the first-value event happens',
    working: false,
  },
];

/** Hours within which a clock must stop for a handoff of `segment`; a segment without a target of its own has the standard one. */
export function targetHours({ targets }: Definition, clock: ClockId, segment: string): number {
  const { [segment]: own, standard } = targets[clock];
  return own ?? standard;
}
