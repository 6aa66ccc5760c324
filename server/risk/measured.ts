import type { ClockId } from '../definition/clock-id.js';
import { CLOCKS } from '../handoff/clock.js';
import { type Columns, type Moment, type MomentList, NEVER } from '../handoff/column.js';
import type { Snapshot } from '../handoff/snapshot.js';
import { ENOUGH_STARTED } from '../kpi/told.js';

/** What is said of a handoff can rest on these; some workspaces record some of them nowhere. */
export type Input = ClockId | 'brief' | 'escalations' | 'repeats' | 'surveys' | 'owner-changes';

/** What each is called where it is said that it is not known. */
export const INPUT_NAMES: Readonly<Record<Input, string>> = {
  ...(Object.fromEntries(CLOCKS.map(({ id, name }) => [id, name])) as Record<ClockId, string>),
  brief: 'Sections of the brief',
  escalations: 'Escalations',
  repeats: 'Repeated information',
  surveys: 'First-week survey',
  'owner-changes': 'Changes of owner',
};

/** The column in which each is recorded. */
const RECORDED: Readonly<Record<Input, { moment: Moment } | { list: MomentList }>> = {
  'owner-named': { moment: 'owner_named_at' },
  welcome: { moment: 'welcome_at' },
  'next-steps': { moment: 'next_steps_at' },
  'internal-meeting': { moment: 'internal_meeting_at' },
  'knowledge-transfer': { moment: 'knowledge_transfer_at' },
  kickoff: { moment: 'kickoff_at' },
  'promise-conversation': { moment: 'promise_conversation_at' },
  'quiet-period': { list: 'contact_at' },
  onboarding: { moment: 'onboarding_completed_at' },
  'first-value': { moment: 'first_value_at' },
  brief: { list: 'brief_section_at' },
  escalations: { list: 'escalation_at' },
  repeats: { list: 'repeat_at' },
  surveys: { moment: 'survey_answered_at' },
  'owner-changes': { list: 'owner_change_at' },
};

/**
 * The inputs of which something was known at a moment. A company whose tools do not record welcomes would otherwise see every
 * customer as not welcomed. An input is not measured once 30 could have had it and none has; the brief while nobody ever filled a section.
 */
export function measuredBy(snapshot: Snapshot, at: number): ReadonlySet<Input> {
  const { columns } = snapshot;
  const end = snapshot.firstWonFrom(at + 1);
  const started = (input: Input) => (input === 'promise-conversation' ? columns.moment.promise_gap_at : columns.moment.won_at);
  const few = (input: Input) => input !== 'brief' && !atLeast(ENOUGH_STARTED, started(input).subarray(0, end), at);
  const inputs = Object.keys(INPUT_NAMES) as Input[];
  return new Set(inputs.filter((input) => few(input) || atLeast(1, recorded(columns, input, end), at)));
}

/** The moments of an input of the first `end` handoffs. */
function recorded({ moment, list }: Columns, input: Input, end: number): Int32Array {
  const place = RECORDED[input];
  if (!('list' in place)) return moment[place.moment].subarray(0, end);
  const { offsets, values } = list[place.list];
  return values.subarray(0, offsets[end]);
}

/** Whether so many of the moments had come by `at`; looks no further than it must. */
function atLeast(count: number, moments: Int32Array, at: number): boolean {
  let found = 0;
  for (let i = 0; i < moments.length && found < count; i++) found += Number((moments[i] ?? NEVER) <= at);
  return found >= count;
}
