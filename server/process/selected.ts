import { invalid } from '../http/problem.js';
import type { Part } from './part.js';
import { LEG_PARTS, MOVE_PARTS, STEP_PARTS } from './parts.js';
import type { ProcessListQuery } from './process.schema.js';
import { statePart } from './state-part.js';
import { VIOLATIONS } from './violation-part.js';
import { waitingPart } from './waiting-part.js';

/** Members of a part that ended in one of these ways. */
export interface OfPart {
  part: Part;
  outcomes: readonly string[];
}

export type Selection = OfPart | { variant: string };

type Asked = Pick<ProcessListQuery, 'step' | 'leg' | 'waiting' | 'variant' | 'move' | 'violation' | 'state' | 'outcome'>;

/** What is to be listed; null when not exactly one thing is. Refuses, as bad input, what there is not. */
export function selectionOf({ outcome, ...asked }: Asked): Selection | null {
  const given = KINDS.flatMap((kind) => (asked[kind] === undefined ? [] : [{ kind, value: asked[kind] }]));
  const [one] = given;
  if (!one || given.length > 1) return null;
  return one.kind === 'variant' ? { variant: one.value } : withOutcome(ofPart(one.kind, one.value), outcome);
}

const KINDS = ['step', 'leg', 'waiting', 'variant', 'move', 'violation', 'state'] as const;

function ofPart(kind: Exclude<(typeof KINDS)[number], 'variant'>, value: string): OfPart {
  switch (kind) {
    case 'step':
      return { part: named(STEP_PARTS, { kind, value }), outcomes: ['reached'] };
    case 'leg':
      return { part: named(LEG_PARTS, { kind, value }), outcomes: ['reached'] };
    case 'violation':
      return { part: named(VIOLATIONS, { kind, value }), outcomes: ['later', 'missing'] };
    case 'move': {
      const [from = '', to = ''] = value.split('.');
      return withOutcome({ part: named(MOVE_PARTS, { kind, value: from }), outcomes: [] }, to);
    }
    case 'waiting':
      return withOutcome({ part: waitingPart, outcomes: [] }, value);
    case 'state':
      return { part: statePart, outcomes: [value] };
  }
}

function named<P extends Part>(parts: readonly P[], { kind, value }: { kind: string; value: string }): P {
  const part = parts.find(({ id }) => id === `${kind}:${value}`);
  if (part) return part;
  const names = parts.map(({ id }) => id.slice(kind.length + 1)).join(', ');
  throw invalid([{ message: `there is no "${value}"; there are ${names}`, path: [kind] }]);
}

function withOutcome({ part, outcomes }: OfPart, outcome: string | undefined): OfPart {
  if (outcome === undefined) return { part, outcomes };
  const names = part.outcomes.map((one) => one.outcome);
  if (outcome === 'any') return { part, outcomes: names };
  if (names.includes(outcome)) return { part, outcomes: [outcome] };
  throw invalid([{ message: `there is no outcome "${outcome}"; there are ${names.join(', ')} and any`, path: ['outcome'] }]);
}
