import { binOf, type Part, unitsBetween } from './part.js';
import { HOUR_SECONDS, SHARE_DAYS, STEPS, stepAt } from './step.js';
import type { Walk } from './walk.js';

const SPAN = SHARE_DAYS * 24 + 2;

/** Positions of the outcomes after those that are steps. */
export const [STANDS, LEFT_HERE] = [STEPS.length, STEPS.length + 1] as const;

/** Where those went who took a step, and after how many hours: to which step next, away, or nowhere so far. */
export function movePart(from: number): Part {
  const { id, label } = stepAt(from);
  return {
    id: `move:${id}`,
    outcomes: [
      ...STEPS.map((step) => ({ outcome: step.id as string, label: `${label}, then ${step.label.toLowerCase()}` })),
      { outcome: 'stands', label: `${label}, and nothing since` },
      { outcome: 'left', label: `${label}, then left` },
    ],
    unitSeconds: HOUR_SECONDS,
    span: SPAN,
    bin(walk) {
      if (!walk.took(from)) return -1;
      const next = nextTaken(walk, from);
      const to = next < 0 ? walk.end : walk.moment(next);
      return binOf({ span: SPAN }, next >= 0 ? next : walk.left ? LEFT_HERE : STANDS, unitsBetween(walk.moment(from), to, HOUR_SECONDS));
    },
  };
}

/** The step taken next after `from`; the won deal leads to the first of the path. -1 when it was the last. */
function nextTaken({ path }: Walk, from: number): number {
  let rest = path;
  if (from > 0) {
    while (rest > 0 && (rest & 7) !== from) rest >>>= 3;
    rest >>>= 3;
  }
  return rest > 0 ? rest & 7 : -1;
}
