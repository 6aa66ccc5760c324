import type { ClockId } from '../definition/clock-id.js';
import { HEALTH_PARTS } from '../definition/definition.js';
import type { Columns } from '../handoff/column.js';
import { clockCodes, placeOf, VERDICTS } from './clock-code.js';
import { allClocksDays } from './clocks-met.js';
import { clusteredChange, clusteredEstimate, type Part } from './clustered.js';
import { type FactPart, healthFacts, scoreOf } from './health-code.js';
import type { Bins, Detail, Kpi, Observation, Terms } from './kpi.js';
import { observed } from './observed.js';
import { countOf, shareEstimate } from './share-estimate.js';
import { targetsOf } from './targets.js';

type HealthPart = (typeof HEALTH_PARTS)[number];

/** Where the score of a part is read: in one of the two codes of the clocks, or in that of the facts. */
interface Place {
  name: string;
  code: 0 | 1 | 2;
  score(code: number): number | null;
}

/** The score of a clock: met or missed; null while it is open. */
function clockPlace(id: ClockId, name: string): Place {
  const { half, verdict } = placeOf(id);
  return { name, code: half, score: (code) => ({ open: null, met: 1, missed: 0 })[verdict(code)] };
}

const factPlace = (part: FactPart, name: string): Place => ({ name, code: 2, score: scoreOf(part) });

const PLACES: Readonly<Record<HealthPart, Place>> = {
  'owner-named': clockPlace('owner-named', 'Owner named by the start'),
  welcome: clockPlace('welcome', 'Welcome in time'),
  brief: factPlace('brief', 'Sections of the brief filled'),
  kickoff: clockPlace('kickoff', 'Kickoff in time'),
  contact: clockPlace('quiet-period', 'Contact kept in the first days'),
  onboarding: clockPlace('onboarding', 'Onboarding in time'),
  'first-value': clockPlace('first-value', 'First value in time'),
  csat: factPlace('csat', 'Satisfied in the first survey answer'),
  repeats: factPlace('repeats', 'Never had to repeat information (once counts half)'),
  escalations: factPlace('escalations', 'Never escalated'),
  promises: clockPlace('promise-conversation', 'Promise gap talked about in time'),
};

/** Half points from 0 to 200, or no score. */
const STEPS = 200;
const NO_SCORE = STEPS + 1;

const scored: Part = (bin) => (bin < NO_SCORE ? { m: bin / STEPS, d: 1 } : null);
const band = (points: number): string => (points >= 80 ? 'good' : points >= 50 ? 'fair' : 'poor');

export const handoffHealth = (terms: Terms): Kpi => {
  const { definition } = terms;
  return {
    id: 'handoff-health',
    name: 'Handoff health',
    question: 'How well does a handoff go, all in all?',
    definition:
      'Mean of the scores of the handoffs, from 0 to 100. A score is the weighted mean of its parts, each from 0 to 1, as of the moment asked about. A part that is not known yet, or that no source tells of, is left out and the others weigh more; with less than half of the weight known there is no score.',
    statistic: 'Mean of scores; Wilson limits for as many independent handoffs, at the ends of the scale, as would be as sure',
    unit: 'of 100',
    better: 'higher',
    targets: targetsOf(definition, 'handoff-health'),
    headline: false,
    part: 'whole',
    windowDays: allClocksDays(terms),
    version: definition.version,
    observe: health(terms),
    read: (bin) => (bin === NO_SCORE ? { member: false, outcome: 'no score', value: null } : readScore((bin / STEPS) * 100)),
    outcomes: [
      { outcome: 'good', label: '80 and more' },
      { outcome: 'fair', label: '50 to 79' },
      { outcome: 'poor', label: 'Below 50' },
      { outcome: 'no score', label: 'Less than half of it is known (not part of the number)' },
    ],
    estimate: clusteredEstimate(scored, 100),
    details: [
      {
        id: 'coverage',
        label: 'Handoffs with a score: at least half of the weight is known',
        unit: 'share',
        member: () => true,
        estimate: ({ all }) => shareEstimate({ x: countOf(all, (bin) => bin < NO_SCORE), n: countOf(all, () => true) }),
      },
      ...HEALTH_PARTS.map((part) => partDetail(part, terms)),
    ],
    change: clusteredChange(scored, 100),
    curve: null,
  };
};

const readScore = (points: number) => ({ member: true, outcome: band(points), value: points });

/** The mean of one part, over the handoffs of which it is known: its n is its coverage. */
function partDetail(part: HealthPart, terms: Terms): Detail {
  const { name, code, score } = PLACES[part];
  const weights = terms.definition.definition.health;
  const total = HEALTH_PARTS.reduce((sum, one) => sum + weights[one], 0);
  const share = total > 0 ? Math.round((weights[part] / total) * 100) : 0;
  return {
    id: part,
    label: `${name} (${share} % of the weight)`,
    unit: 'share',
    observe: code === 2 ? healthFacts(terms) : clockCodes(terms)[code],
    member: (bin) => score(bin) !== null,
    estimate: clusteredEstimate((bin) => {
      const m = score(bin);
      return m === null ? null : { m, d: 1 };
    }),
  };
}

/** What each code adds to the weight that is known, and to the score. */
function addsOf(terms: Terms, code: 0 | 1 | 2): { known: Float64Array; score: Float64Array } {
  const weights = terms.definition.definition.health;
  const parts = HEALTH_PARTS.filter((part) => PLACES[part].code === code);
  const bins = code === 2 ? healthFacts(terms).bins : VERDICTS.length ** 5;
  const sum = (of: (part: HealthPart, bin: number) => number) =>
    Float64Array.from({ length: bins }, (_, bin) => parts.reduce((total, part) => total + of(part, bin), 0));
  return {
    known: sum((part, bin) => (PLACES[part].score(bin) === null ? 0 : weights[part])),
    score: sum((part, bin) => (PLACES[part].score(bin) ?? 0) * weights[part]),
  };
}

function health(terms: Terms): Observation {
  const [early, late] = clockCodes(terms);
  const facts = healthFacts(terms);
  const [one, two, three] = [addsOf(terms, 0), addsOf(terms, 1), addsOf(terms, 2)];
  const total = HEALTH_PARTS.reduce((sum, part) => sum + terms.definition.definition.health[part], 0);
  return {
    bins: NO_SCORE + 1,
    see(columns: Columns, until: number, into: Bins) {
      const seen = { snapshot: { columns }, until };
      const [first, second, third] = [observed(seen, early), observed(seen, late), observed(seen, facts)];
      for (let row = 0; row < columns.count; row++) {
        const [a, b, c] = [first[row] ?? 0, second[row] ?? 0, third[row] ?? 0];
        const known = (one.known[a] ?? 0) + (two.known[b] ?? 0) + (three.known[c] ?? 0);
        const score = (one.score[a] ?? 0) + (two.score[b] ?? 0) + (three.score[c] ?? 0);
        into[row] = total > 0 && known * 2 >= total ? Math.round((score / known) * STEPS) : NO_SCORE;
      }
    },
  };
}
