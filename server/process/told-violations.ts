import type { Moment } from '../handoff/column.js';
import { NOTHING } from '../kpi/kpi.js';
import { measured } from '../kpi/measure.js';
import { membersOf, ofOutcome, outcomesOf, shareOf, sum } from './estimate.js';
import type { ProcessAnswer } from './process.schema.js';
import { UNRECORDED } from './recorded.js';
import { IN_ORDER, VIOLATIONS } from './violation-part.js';
import type { Walked } from './walked.js';

/** What happened in the wrong order, of all in which the later thing happened. */
export function toldViolations({ countsOf }: Walked, recorded: (moment: Moment) => boolean): ProcessAnswer['violations'] {
  return VIOLATIONS.map((part) => {
    const counts = countsOf(part);
    const rests = membersOf(counts);
    const known = part.needs.every(recorded);
    const count = rests.n - sum(ofOutcome(part, counts, IN_ORDER));
    return {
      id: part.id.slice('violation:'.length),
      label: part.label,
      words: part.words,
      measured: known,
      count: known ? count : null,
      share: known ? shareOf(count, rests) : measured({ ...NOTHING, why: UNRECORDED }, rests),
      outcomes: outcomesOf(part, counts),
    };
  });
}
