import { type Moment, NEVER } from '../handoff/column.js';
import { binOf, type Part } from './part.js';
import { BRIEF, HOUR_SECONDS, KICKOFF, MEETING, ONBOARDING, stepAt, VALUE, WELCOME } from './step.js';
import type { Walk } from './walk.js';

/** Something happened though what must come before it had not. */
export interface Violation extends Part {
  label: string;
  words: string;
  /** Without records of all of them nothing can be said. */
  needs: readonly Moment[];
}

export const [IN_ORDER, LATER, MISSING] = [0, 1, 2] as const;

interface Rule {
  id: string;
  label: string;
  words: string;
  /** A step. */
  happened: number;
  first: First;
}

/** When what should have come first did, NEVER for not at all. */
interface First {
  moment: Moment;
  of(walk: Walk): number;
}

const after = (step: number): First => ({ moment: stepAt(step).moment, of: (walk) => walk.moment(step) });
const ownerNamed: First = { moment: 'owner_named_at', of: (walk) => walk.ownerAt };

const RULES: readonly Rule[] = [
  {
    id: 'kickoff-before-meeting',
    label: 'Kickoff before the internal meeting',
    words: 'The customer was called before sales and success had met.',
    happened: KICKOFF,
    first: after(MEETING),
  },
  {
    id: 'kickoff-before-brief',
    label: 'Kickoff before the brief was accepted',
    words: 'The call was held by people who had not taken over what sales knew.',
    happened: KICKOFF,
    first: after(BRIEF),
  },
  {
    id: 'welcome-after-kickoff',
    label: 'Kickoff without a welcome before it',
    words: 'The first the customer heard was the kickoff call, or later.',
    happened: KICKOFF,
    first: after(WELCOME),
  },
  {
    id: 'owner-after-welcome',
    label: 'Welcome before an owner was named',
    words: 'The customer was welcomed by nobody in particular.',
    happened: WELCOME,
    first: ownerNamed,
  },
  {
    id: 'onboarding-before-kickoff',
    label: 'Onboarding complete before a kickoff',
    words: 'Onboarding was closed though the call it starts with had not been held.',
    happened: ONBOARDING,
    first: after(KICKOFF),
  },
  {
    id: 'value-before-kickoff',
    label: 'First value before the kickoff',
    words: 'The customer got there without the call: quick, or a date that is wrong.',
    happened: VALUE,
    first: after(KICKOFF),
  },
];

export const VIOLATIONS: readonly Violation[] = RULES.map(({ id, label, words, happened, first }) => ({
  id: `violation:${id}`,
  label,
  words,
  needs: [stepAt(happened).moment, first.moment],
  outcomes: [
    { outcome: 'in-order', label: `In order: ${stepAt(happened).label.toLowerCase()}` },
    { outcome: 'later', label: `${label}; it came later` },
    { outcome: 'missing', label: `${label}; it has not come at all` },
  ],
  unitSeconds: HOUR_SECONDS,
  span: 2,
  bin(walk) {
    if (!walk.took(happened)) return -1;
    const before = first.of(walk);
    return binOf({ span: 2 }, before === NEVER ? MISSING : before > walk.moment(happened) ? LATER : IN_ORDER, 1);
  },
}));
