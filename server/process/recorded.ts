import type { Moment } from '../handoff/column.js';
import type { Question } from '../kpi/question.js';

/** Says whether any handoff of the workspace has such a moment: what no source records was not left out by anybody. */
export function recorded({ snapshot, until }: Question): (moment: Moment) => boolean {
  const known = new Map<Moment, boolean>();
  return (moment) => {
    const found = known.get(moment) ?? snapshot.columns.moment[moment].some((at) => at <= until);
    known.set(moment, found);
    return found;
  };
}

export const UNRECORDED = 'no source records this';
