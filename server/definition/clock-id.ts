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
