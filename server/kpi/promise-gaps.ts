import { DAY_SECONDS } from '../handoff/column.js';
import { shareChange } from './change.js';
import { clockCodes, placeOf, VERDICTS } from './clock-code.js';
import type { Kpi, Observation, Terms } from './kpi.js';
import { observed } from './observed.js';
import { momentAt } from './row-moment.js';
import { countOf, shareEstimate } from './share-estimate.js';
import { longestTarget, targetsOf } from './targets.js';
import { momentTold } from './told.js';
import { hoursWord } from './working-hours.js';

/** No gap, or one with the verdict on its conversation. */
const STATES = ['none', ...VERDICTS] as const;
const OLD = STATES.length;
const NOT_TOLD = 2 * OLD;

const { half, verdict } = placeOf('promise-conversation');
const PLACES = Uint8Array.from({ length: VERDICTS.length ** 5 }, (_, code) => 1 + VERDICTS.indexOf(verdict(code)));

const stateOf = (bin: number) => STATES[bin % OLD] ?? 'none';
const old = (bin: number): boolean => bin >= OLD && bin < NOT_TOLD;
const withGap = (bin: number): boolean => bin < NOT_TOLD && stateOf(bin) !== 'none';
const due = (bin: number): boolean => withGap(bin) && stateOf(bin) !== 'open';
const talked = (bin: number): boolean => withGap(bin) && stateOf(bin) === 'met';

function gaps(terms: Terms, days: number): Observation {
  const codes = clockCodes(terms)[half];
  return {
    bins: NOT_TOLD + 1,
    see(columns, until, into) {
      if (!momentTold(columns, 'promise_gap_at', until)) {
        into.fill(NOT_TOLD);
        return;
      }
      const { won_at, promise_gap_at } = columns.moment;
      const code = observed({ snapshot: { columns }, until }, codes);
      for (let row = 0; row < columns.count; row++) {
        const end = momentAt(won_at, row) + days * DAY_SECONDS;
        const gapAt = momentAt(promise_gap_at, row);
        const state = gapAt <= until && gapAt < end ? (PLACES[code[row] ?? 0] ?? 0) : 0;
        into[row] = state + (end <= until ? OLD : 0);
      }
    },
  };
}

export const promiseGaps = (terms: Terms): Kpi => {
  const { definition } = terms;
  const days = Math.ceil(longestTarget(definition.definition, 'onboarding') / 24);
  const target = definition.definition.targets['promise-conversation'].standard;
  const shareOf = (bins: Int32Array) => ({ x: countOf(bins, (bin) => old(bin) && withGap(bin)), n: countOf(bins, old) });
  return {
    id: 'promise-gaps',
    name: 'Promise gaps',
    question: 'How often has sales promised what we cannot keep?',
    definition: `Share of handoffs in which a promise we cannot keep came to light within ${days} days of the won deal, of those that old. Where no source ever tells of such a gap there is no number.`,
    statistic: 'Share; Wilson limits',
    unit: 'share',
    better: 'lower',
    targets: targetsOf(definition, 'promise-gaps'),
    headline: false,
    part: 'knowledge',
    windowDays: days,
    version: definition.version,
    observe: gaps(terms, days),
    read(bin) {
      if (bin === NOT_TOLD) return { member: false, outcome: 'not told', value: null };
      if (!old(bin)) return { member: false, outcome: withGap(bin) ? 'young with gap' : 'young', value: null };
      return { member: true, outcome: withGap(bin) ? stateOf(bin) : 'none', value: null };
    },
    outcomes: [
      { outcome: 'none', label: 'No gap found' },
      { outcome: 'met', label: 'Gap found, talked about in time' },
      { outcome: 'missed', label: 'Gap found, talked about late or not at all' },
      { outcome: 'open', label: 'Gap found, conversation still in time, or the customer left' },
      { outcome: 'young with gap', label: `Gap found, not yet ${days} days old (not part of the number)` },
      { outcome: 'young', label: `No gap so far, not yet ${days} days old (not part of the number)` },
      { outcome: 'not told', label: 'No source tells of gaps (not part of the number)' },
    ],
    estimate: ({ all }) => shareEstimate(shareOf(all)),
    details: [
      {
        id: 'talked-about',
        label: `Talked about within ${target} ${hoursWord(terms)}, of the gaps whose time is over`,
        unit: 'share',
        member: due,
        estimate: ({ all }) => shareEstimate({ x: countOf(all, talked), n: countOf(all, due) }),
      },
    ],
    change: shareChange(({ mature }) => shareOf(mature)),
    curve: null,
  };
};
