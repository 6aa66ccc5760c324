import { CLOCKS, type Clock } from '../handoff/clock.js';
import { clockCodes, placeOf, VERDICTS } from './clock-code.js';
import { clusteredChange, clusteredEstimate, type Part } from './clustered.js';
import type { Detail, Kpi, Observation, Terms } from './kpi.js';
import { observed } from './observed.js';
import { countOf, shareEstimate } from './share-estimate.js';
import { longestTarget, targetsOf } from './targets.js';
import { daysFor, hoursWord } from './working-hours.js';

/** Clocks met, from 0 to 10, in the places of eleven. */
const SPAN = CLOCKS.length + 1;

const metOf = (bin: number): number => Math.floor(bin / SPAN);
const decidedOf = (bin: number): number => bin % SPAN;
const part: Part = (bin) => (decidedOf(bin) > 0 ? { m: metOf(bin), d: decidedOf(bin) } : null);

/** What each code adds to the number of clocks met and of those decided. */
const ADDS = Uint8Array.from({ length: VERDICTS.length ** 5 }, (_, code) => {
  const verdicts = Array.from({ length: 5 }, (__, place) => VERDICTS[Math.floor(code / VERDICTS.length ** place) % VERDICTS.length]);
  const met = verdicts.filter((verdict) => verdict === 'met').length;
  return met * SPAN + met + verdicts.filter((verdict) => verdict === 'missed').length;
});

const decided = ([one, two]: readonly [Observation, Observation]): Observation => ({
  bins: SPAN * SPAN,
  see(columns, until, into) {
    const seen = { snapshot: { columns }, until };
    const [first, second] = [observed(seen, one), observed(seen, two)];
    for (let row = 0; row < columns.count; row++) into[row] = (ADDS[first[row] ?? 0] ?? 0) + (ADDS[second[row] ?? 0] ?? 0);
  },
});

/** Days by which every clock of a handoff has stopped or run out, the one of the promise aside, which starts when it starts. */
export const allClocksDays = (terms: Terms): number =>
  Math.max(
    ...CLOCKS.map(({ id, working }) => {
      const hours = longestTarget(terms.definition.definition, id);
      return working ? daysFor(terms, hours) : Math.ceil(hours / 24);
    }),
  );

export const clocksMet = (terms: Terms): Kpi => {
  const { definition } = terms;
  const codes = clockCodes(terms);
  return {
    id: 'clocks-met',
    name: 'Clocks met',
    question: 'Do we keep the times we promised ourselves?',
    definition:
      'Of all clocks that have stopped or run out, the share that stopped in time. It counts clocks, up to ten of a handoff; n counts the handoffs with one or more such clock. Clocks that still have time, and those that no source tells of, are left out.',
    statistic:
      'Share of clocks; Wilson limits for as many independent clocks as the handoffs are worth, as the clocks of one handoff go together',
    unit: 'share',
    better: 'higher',
    targets: targetsOf(definition, 'clocks-met'),
    headline: false,
    part: 'start',
    windowDays: allClocksDays(terms),
    version: definition.version,
    observe: decided(codes),
    read(bin) {
      const [met, all] = [metOf(bin), decidedOf(bin)];
      const outcome = all === 0 ? 'none yet' : met === all ? 'all met' : 'some missed';
      return { member: all > 0, outcome, value: all === 0 ? null : met / all };
    },
    outcomes: [
      { outcome: 'all met', label: 'All clocks met that have stopped or run out' },
      { outcome: 'some missed', label: 'One or more missed' },
      { outcome: 'none yet', label: 'No clock has stopped or run out yet (not part of the number)' },
    ],
    estimate: clusteredEstimate(part),
    details: CLOCKS.map((clock) => clockDetail(clock, terms)),
    change: clusteredChange(part),
    curve: null,
  };
};

function clockDetail(clock: Clock, terms: Terms): Detail {
  const { half, verdict } = placeOf(clock.id);
  const is = (wanted: string) => (code: number) => verdict(code) === wanted;
  return {
    id: clock.id,
    label: `${clock.name}: ${targetWords(clock, terms)}`,
    unit: 'share',
    observe: clockCodes(terms)[half],
    member: (code) => verdict(code) !== 'open',
    estimate: ({ all }) => shareEstimate({ x: countOf(all, is('met')), n: countOf(all, is('met')) + countOf(all, is('missed')) }),
  };
}

/** "within 1 hour", "within 21 days (standard), 42 days (enterprise)", "by the start". */
function targetWords({ id, working }: Clock, terms: Terms): string {
  const { standard, ...others } = terms.definition.definition.targets[id];
  const word = working ? hoursWord(terms) : 'hours';
  const own = Object.entries(others).filter(([, hours]) => hours !== standard);
  const named = own.map(([segment, hours]) => `${lengthWords(hours, word)} (${segment})`);
  if (standard === 0 && own.length === 0) return 'by the start';
  return `within ${[own.length ? `${lengthWords(standard, word)} (standard)` : lengthWords(standard, word), ...named].join(', ')}`;
}

function lengthWords(hours: number, word: string): string {
  if (word === 'hours' && hours > 96 && hours % 24 === 0) return `${hours / 24} days`;
  return `${hours} ${hours === 1 ? word.slice(0, -1) : word}`;
}
