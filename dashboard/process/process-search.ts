import { z } from 'zod';

const name = z.string().min(1).max(200);

/** Which handoffs of the process are listed; what was asked for lies beside it in the URL. */
export const partShape = {
  step: name,
  leg: name,
  waiting: name,
  variant: name,
  move: name,
  violation: name,
  state: z.enum(['finished', 'left']),
  outcome: z.string().min(1).max(100),
};

export interface ProcessPart {
  step?: string;
  leg?: string;
  waiting?: string;
  variant?: string;
  move?: string;
  violation?: string;
  state?: 'finished' | 'left';
  outcome?: string;
}

/** A question about handoffs as the API wants it. */
export interface AskedQuery {
  from: string;
  to: string;
  asOf?: string;
  filter: string[];
  time: 'wall' | 'working';
  definition?: number;
}

/** The part of a search, and nothing else of it. */
export const partOf = ({ step, leg, waiting, variant, move, violation, state, outcome }: ProcessPart): ProcessPart => ({
  ...(step && { step }),
  ...(leg && { leg }),
  ...(waiting && { waiting }),
  ...(variant && { variant }),
  ...(move && { move }),
  ...(violation && { violation }),
  ...(state && { state }),
  ...(outcome && { outcome }),
});

/** Takes the part out of the URL and leaves the rest. */
export const NO_PART: { [Key in keyof ProcessPart]: undefined } = {
  step: undefined,
  leg: undefined,
  waiting: undefined,
  variant: undefined,
  move: undefined,
  violation: undefined,
  state: undefined,
  outcome: undefined,
};
