/** Milliseconds since 1970, UTC. Null beside it means: has not happened. */
export type Moment = number;

/** A property's value from a moment on; null takes it away again. */
export interface Version<T> {
  at: Moment;
  value: T;
}

/** What every record of the sample company has; ids are unique among records of one kind. */
export interface Kept {
  id: string;
  createdAt: Moment;
  /** When the record last changed; never after the company's `until` unless `change` touched it. */
  changedAt: Moment;
  /** When it was deleted; null while it stands. */
  archivedAt: Moment | null;
}

/** A colleague with a seat in the CRM. */
export interface Owner extends Kept {
  firstName: string;
  lastName: string;
  email: string;
  userId: number;
}

export interface Company extends Kept {
  name: string;
  domain: string | null;
  segment: 'standard' | 'enterprise';
  region: string;
  industry: string | null;
  noticeGivenAt: Moment | null;
  churnedAt: Moment | null;
  /** Companies that were merged into this one and are no longer found themselves. */
  mergedIds: string[];
}

export const BRIEF_SECTIONS = [
  'customer_context',
  'why_they_bought',
  'what_we_promised',
  'political_landscape',
  'success_metrics',
  'red_flags',
] as const;
export type BriefSection = (typeof BRIEF_SECTIONS)[number];

export type DealKind = 'newbusiness' | 'existingbusiness' | 'renewal';

export interface Deal extends Kept {
  companyId: string | null;
  name: string;
  kind: DealKind;
  /** Whole units of the currency; null when the rep left it empty. */
  amount: number | null;
  currency: string;
  /** Yearly recurring part of the amount; null when nobody filled it. */
  arr: number | null;
  pipelineId: string;
  stageId: string;
  /** Oldest first; empty for a deal that was imported without its history. */
  stages: Version<string>[];
  /** The plain field people edit: not to be trusted where there is a history. */
  closeAt: Moment | null;
  repId: string | null;
  /** Oldest first; the value null is an owner taken away. */
  csm: Version<string | null>[];
  implementationOwnerId: string | null;
  product: string | null;
  leadSource: string | null;
  /** Oldest first per section; '' is a section emptied again. */
  brief: Partial<Record<BriefSection, Version<string>[]>>;
  briefAcceptedAt: Moment | null;
  kickoffScheduledAt: Moment | null;
  firstValueAt: Moment | null;
  onboardingCompletedAt: Moment | null;
  promiseGapAt: Moment | null;
  promiseConversationAt: Moment | null;
  mergedIds: string[];
}

export interface Task extends Kept {
  dealId: string | null;
  companyId: string | null;
  subject: string;
  dueAt: Moment;
  /** Null while it is not done. */
  completedAt: Moment | null;
  ownerId: string | null;
}

/** A customer as the support tool knows it. */
export interface Organization extends Kept {
  name: string;
  /** The CRM's company id, where somebody entered it. */
  companyId: string | null;
  domains: string[];
}

/** A person as the support tool knows them. */
export interface SupportUser extends Kept {
  name: string;
  email: string;
  role: 'agent' | 'end-user';
  organizationId: string | null;
}

export type Priority = 'low' | 'normal' | 'high' | 'urgent';

/** What one person did to a ticket at one moment; the first makes the ticket. */
export interface TicketStep {
  id: string;
  at: Moment;
  authorId: string;
  /** What was said; null when only fields changed. */
  body: string | null;
  /** False for an internal note. */
  public: boolean;
  status: string | null;
  priority: Priority | null;
  addedTags: string[];
}

export interface Ticket extends Kept {
  subject: string;
  organizationId: string | null;
  requesterId: string;
  assigneeId: string;
  /** Oldest first, at least one. */
  steps: TicketStep[];
}

/** A question put to a customer after a ticket was solved. */
export interface Rating extends Kept {
  ticketId: string;
  requesterId: string;
  assigneeId: string;
  /** 'offered' is a question without an answer. */
  score: 'offered' | 'good' | 'bad';
  comment: string | null;
}
