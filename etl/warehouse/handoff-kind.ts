/** What can happen to a handoff. Sources say it in `event.kind` and `task.kind`; handoffs are folded from it. */
export const HANDOFF_KINDS = [
  'deal-won',
  'owner-named',
  'owner-changed',
  'welcome-sent',
  'next-steps-sent',
  'internal-meeting-held',
  'brief-section-filled',
  'brief-accepted',
  'kickoff-scheduled',
  'kickoff-held',
  'promise-gap-found',
  'promise-conversation-held',
  'contact-made',
  'onboarding-task-done',
  'onboarding-completed',
  'first-value',
  'survey-asked',
  'survey-answered',
  'information-repeated',
  'escalated',
  'notice-given',
  'churned',
] as const;

export type HandoffKind = (typeof HANDOFF_KINDS)[number];

/** The six sections of a brief, in the order of `handoff.brief_section_at`; `detail` of a 'brief-section-filled' is one of these. */
export const BRIEF_SECTIONS = [
  'customer-context',
  'why-they-bought',
  'what-we-promised',
  'political-landscape',
  'success-metrics',
  'red-flags',
] as const;

export type BriefSection = (typeof BRIEF_SECTIONS)[number];

/** Dimensions every workspace knows; a mapping may add more of its own, in the same kebab-case. */
export const STANDARD_DIMENSIONS = ['segment', 'owner', 'csm', 'region', 'industry', 'product', 'lead-source', 'deal-size'] as const;
