import type { BriefSection, Moment } from './company.js';

export type EpisodeTier = 'reported' | 'asked again' | 'inferred';

/** A customer who had to say again what the firm knew. */
export interface Episode {
  ticketId: string;
  tier: EpisodeTier;
  at: Moment;
  /** The sentence that shows it; null when only a tag does. */
  words: string | null;
  /** The section of the brief that already held the answer; null for words of the customer. */
  section: BriefSection | null;
}

/** How one won deal really went. A moment that is null has not happened until the end of the story. */
export interface HandoffTruth {
  dealId: string;
  companyId: string;
  segment: 'standard' | 'enterprise';
  region: string;
  repId: string;
  csmId: string | null;
  wonAt: Moment;
  ownerNamedAt: Moment | null;
  /** The welcome as a task, or the first words of an agent, whichever came first. */
  welcomeAt: Moment | null;
  nextStepsAt: Moment | null;
  internalMeetingAt: Moment | null;
  briefAcceptedAt: Moment | null;
  /** Accepted, and all six sections filled. */
  knowledgeTransferAt: Moment | null;
  kickoffScheduledAt: Moment | null;
  kickoffAt: Moment | null;
  promiseGapAt: Moment | null;
  promiseConversationAt: Moment | null;
  firstValueAt: Moment | null;
  onboardingCompletedAt: Moment | null;
  noticeGivenAt: Moment | null;
  churnedAt: Moment | null;
  /** Filled at least once by then. */
  sectionsAtWon: number;
  /** Sections still empty 14 days after the deal was won. */
  missingSections: number;
  fridayEvening: boolean;
  /** First answer to a survey, whenever it came. */
  surveyedAt: Moment | null;
  respondedAt: Moment | null;
  satisfied: boolean | null;
  episodes: Episode[];
  escalatedAt: Moment[];
  contactedAt: Moment[];
}

/** Text that looks like a customer repeating itself and is not. */
export interface NearMiss {
  ticketId: string;
  kind: 'quoted reply' | 'agent words' | 'somebody else' | 'first question' | 'internal note';
  words: string;
}

/** What was planted on purpose, by id. */
export interface Planted {
  badRepId: string;
  departedCsmId: string;
  signal: { region: string; from: Moment; to: Moment };
  /** A month that was first recorded wrongly, see `withhold`: churn dates entered late, and a deal that seemed won days later. Null in a small company. */
  restated: { from: Moment; to: Moment; lateChurnDealIds: string[]; slippedDealId: string } | null;
  fridayEveningDealIds: string[];
  emptyBriefDealIds: string[];
  promiseGapDealIds: string[];
  unspokenPromiseGapDealIds: string[];
  /** Out of the won stage for three days: the first moment stays. */
  brieflyReopenedDealIds: string[];
  /** Out of the won stage for thirty days: the second moment counts. */
  longReopenedDealIds: string[];
  archivedDealIds: string[];
  withoutHistoryDealIds: string[];
  /** Close date edited away from the day in the history. */
  movedCloseDateDealIds: string[];
  ownerlessDealIds: string[];
  excludedDealIds: string[];
  /** Two records of one customer, sharing a domain. */
  duplicateCompanyIds: [string, string][];
  mergedCompanies: { winnerId: string; loserId: string }[];
  unmatchedTicketIds: string[];
  deletedTicketIds: string[];
  nearMisses: NearMiss[];
}

export interface Truth {
  /** One for each won new-business deal that still stands. */
  handoffs: HandoffTruth[];
  planted: Planted;
}
