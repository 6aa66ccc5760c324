import type { Moment } from '../handoff/column.js';

export const STEP_IDS = ['won', 'welcome', 'brief', 'meeting', 'kickoff', 'onboarding', 'value'] as const;

export type StepId = (typeof STEP_IDS)[number];

export interface Step {
  id: StepId;
  label: string;
  moment: Moment;
  /** In which its times are told. */
  unit: 'hours' | 'days';
}

/** The way a handoff is meant to go. A step is known by its position here; 0 is the won deal. */
export const STEPS: readonly Step[] = [
  { id: 'won', label: 'Deal won', moment: 'won_at', unit: 'hours' },
  { id: 'welcome', label: 'Welcome', moment: 'welcome_at', unit: 'hours' },
  { id: 'brief', label: 'Brief accepted', moment: 'knowledge_transfer_at', unit: 'hours' },
  { id: 'meeting', label: 'Internal meeting', moment: 'internal_meeting_at', unit: 'hours' },
  { id: 'kickoff', label: 'Kickoff call', moment: 'kickoff_at', unit: 'days' },
  { id: 'onboarding', label: 'Onboarding complete', moment: 'onboarding_completed_at', unit: 'days' },
  { id: 'value', label: 'First value', moment: 'first_value_at', unit: 'days' },
];

export const [WON, WELCOME, BRIEF, MEETING, KICKOFF, ONBOARDING, VALUE] = [0, 1, 2, 3, 4, 5, 6] as const;

/** The step at a position. */
export function stepAt(position: number): Step {
  const step = STEPS[position];
  if (!step) throw new RangeError(`there is no step ${position} of the process`);
  return step;
}

/** Shares are of those who got there within so many days of the won deal, or of the step before. */
export const SHARE_DAYS = 90;

export const HOUR_SECONDS = 3600;
