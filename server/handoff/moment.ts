import type { MomentColumn } from './clock.js';

/** The moments of a handoff that a person reads, in the order of the process. */
export const MOMENTS: readonly { name: MomentColumn; label: string }[] = [
  { name: 'wonAt', label: 'Deal won' },
  { name: 'ownerNamedAt', label: 'Owner named' },
  { name: 'welcomeAt', label: 'Welcome' },
  { name: 'nextStepsAt', label: 'Next steps' },
  { name: 'internalMeetingAt', label: 'Internal handoff meeting' },
  { name: 'knowledgeTransferAt', label: 'Brief accepted' },
  { name: 'kickoffAt', label: 'Kickoff call' },
  { name: 'promiseGapAt', label: 'Promise gap found' },
  { name: 'promiseConversationAt', label: 'Promise conversation' },
  { name: 'surveyAskedAt', label: 'First survey sent' },
  { name: 'surveyAnsweredAt', label: 'First survey answered' },
  { name: 'onboardingCompletedAt', label: 'Onboarding complete' },
  { name: 'firstValueAt', label: 'First value' },
  { name: 'noticeAt', label: 'Notice given' },
  { name: 'churnedAt', label: 'Customer left' },
];
