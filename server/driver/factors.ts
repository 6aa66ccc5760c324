import type { Factor } from './factor.js';
import {
  anyWithin,
  fridayEvening,
  notSatisfied,
  notTalkedAbout,
  onTime,
  sectionsAtWon,
  targetDay,
  wentQuiet,
  withinDays,
} from './state.js';

const SECTIONS = 6;

/** Days in which a gap in what was promised is looked for, and an escalation. */
const EARLY = 14;

const atWon = () => 0;
const early = () => EARLY;

/** Every process factor, in the order of the process. A new one is a line here. */
export const FACTORS: readonly Factor[] = [
  { id: 'friday-evening', name: 'Won on a Friday evening', settledDay: atWon, states: fridayEvening },
  { id: 'brief-complete', name: 'Brief complete when won', settledDay: atWon, states: sectionsAtWon(SECTIONS, SECTIONS) },
  { id: 'brief-missing', name: 'No brief when won', settledDay: atWon, states: sectionsAtWon(0, 0) },
  { id: 'owner-named', name: 'Owner named when won', settledDay: atWon, states: withinDays('owner_named_at', 0) },
  { id: 'welcome', name: 'Welcomed on time', settledDay: targetDay('welcome'), states: onTime('welcome', 'welcome_at') },
  { id: 'next-steps', name: 'Next steps on time', settledDay: targetDay('next-steps'), states: onTime('next-steps', 'next_steps_at') },
  {
    id: 'internal-meeting',
    name: 'Internal handoff meeting on time',
    settledDay: targetDay('internal-meeting'),
    states: onTime('internal-meeting', 'internal_meeting_at'),
  },
  {
    id: 'knowledge-transfer',
    name: 'Brief accepted on time',
    settledDay: targetDay('knowledge-transfer'),
    states: onTime('knowledge-transfer', 'knowledge_transfer_at'),
  },
  { id: 'kickoff-3-days', name: 'Kickoff within 3 days', settledDay: () => 3, states: withinDays('kickoff_at', 3) },
  {
    id: 'low-csat',
    name: 'Not satisfied in the first week',
    settledDay: ({ windows }) => windows.csatDays,
    states: notSatisfied,
  },
  { id: 'kickoff', name: 'Kickoff on time', settledDay: targetDay('kickoff'), states: onTime('kickoff', 'kickoff_at') },
  { id: 'quiet', name: 'Left without contact for too long', settledDay: ({ windows }) => windows.quietDays, states: wentQuiet },
  { id: 'promise-gap', name: 'Promise gap found in the first 14 days', settledDay: early, states: withinDays('promise_gap_at', EARLY) },
  {
    id: 'promise-silence',
    name: 'Promise gap not talked about in time',
    settledDay: (definition) => EARLY + targetDay('promise-conversation')(definition),
    states: notTalkedAbout(EARLY),
  },
  { id: 'escalation', name: 'Escalation in the first 14 days', settledDay: early, states: anyWithin('escalation_at', early) },
  {
    id: 'repeat',
    name: 'Had to repeat information',
    settledDay: ({ windows }) => windows.repeatDays,
    states: anyWithin('repeat_at', ({ windows }) => windows.repeatDays),
  },
];
