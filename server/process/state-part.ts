import { binOf, type Part } from './part.js';
import { HOUR_SECONDS } from './step.js';

export const [OPEN, FINISHED, GONE] = [0, 1, 2] as const;

/** How a handoff stands, whatever way it took; who is through and leaves later has left. */
export const statePart: Part = {
  id: 'state',
  outcomes: [
    { outcome: 'open', label: 'Under way' },
    { outcome: 'finished', label: 'Onboarding complete and first value reached' },
    { outcome: 'left', label: 'The customer left' },
  ],
  unitSeconds: HOUR_SECONDS,
  span: 2,
  bin: (walk) => binOf({ span: 2 }, walk.left ? GONE : walk.finished ? FINISHED : OPEN, 1),
};
