import { BRIEF_SECTIONS } from '../../../etl/warehouse/index.js';
import type { ClockId } from '../../definition/clock-id.js';
import type { Input } from '../measured.js';
import type { Seen } from '../seen.js';

/** Something about a handoff that its churn may go with. */
export interface Feature {
  id: string;
  /** What one more of it is called: "each section of the brief that is empty". */
  name: string;
  /** What must be recorded for it to mean anything. */
  input: Input;
  /** The most of it that is told apart; 1 for what is or is not. */
  most: number;
  of(seen: Seen): number;
}

const breached = (id: ClockId, name: string): Feature => ({
  id,
  name,
  input: id,
  most: 1,
  of: ({ clocks }) => Number(clocks.some(({ clock, state }) => clock.id === id && state.state === 'breached')),
});

const upTo = (most: number, events: readonly number[]) => Math.min(most, events.length);

/** In the order in which they enter. Notice is none of them: who has given it has said so, and nothing is left to foretell. */
export const FEATURES: readonly Feature[] = [
  {
    id: 'brief',
    name: 'each section of the brief that is empty',
    input: 'brief',
    most: BRIEF_SECTIONS.length,
    of: ({ sectionsFilled }) => BRIEF_SECTIONS.length - sectionsFilled,
  },
  {
    id: 'promise-unspoken',
    name: 'a promise we cannot keep, not talked about in time',
    input: 'promise-conversation',
    most: 1,
    of: ({ clocks }) =>
      Number(clocks.some(({ clock, state }) => clock.id === 'promise-conversation' && state.running && state.state === 'breached')),
  },
  { id: 'escalations', name: 'each escalation', input: 'escalations', most: 3, of: ({ escalations }) => upTo(3, escalations) },
  {
    id: 'repeats',
    name: 'each time the customer had to repeat information',
    input: 'repeats',
    most: 3,
    of: ({ repeats }) => upTo(3, repeats),
  },
  {
    id: 'unhappy',
    name: 'an unhappy answer in the first week',
    input: 'surveys',
    most: 1,
    of: ({ answer }) => Number(answer?.satisfied === false),
  },
  { id: 'unanswered', name: 'no answer in the first week', input: 'surveys', most: 1, of: ({ answer }) => Number(answer === null) },
  { id: 'owner-changes', name: 'each change of owner', input: 'owner-changes', most: 2, of: ({ ownerChanges }) => upTo(2, ownerChanges) },
  breached('owner-named', 'no owner on our side when the deal was won'),
  breached('welcome', 'a late or missing welcome'),
  breached('next-steps', 'late or missing next steps'),
  breached('internal-meeting', 'a late or missing internal handoff meeting'),
  breached('knowledge-transfer', 'a brief accepted late or not at all'),
  breached('kickoff', 'a late or missing kickoff call'),
  breached('quiet-period', 'too long without contact in the first two weeks'),
  breached('onboarding', 'onboarding late or not complete'),
  breached('first-value', 'first value late or not reached'),
];

export const featuresOf = (seen: Seen): number[] => FEATURES.map((feature) => feature.of(seen));

/** Which features mean something where these inputs are recorded. */
export const usable = (measured: ReadonlySet<Input>): boolean[] => FEATURES.map(({ input }) => measured.has(input));
