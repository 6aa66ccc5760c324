import { DAY_SECONDS } from '../handoff/column.js';
import { shareChange } from './change.js';
import { type Estimate, type Kpi, NOTHING, type Observation, type Terms } from './kpi.js';
import { momentAt } from './row-moment.js';
import { countOf, shareEstimate } from './share-estimate.js';
import { meanOf } from './statistics/mean.js';
import { targetsOf } from './targets.js';

const OUTCOMES = ['satisfied', 'not satisfied', 'no answer', 'never surveyed'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Scores from 1 to 5 in tenths; 0 stands for an answer without a score. */
const SCORES = 51;

/** The first answer within so many days of the won deal. */
const responses = (days: number): Observation => ({
  bins: OUTCOMES.length * SCORES,
  see(columns, until, into) {
    const { won_at, survey_asked_at, survey_answered_at } = columns.moment;
    for (let row = 0; row < columns.count; row++) {
      const last = Math.min(until, momentAt(won_at, row) + days * DAY_SECONDS - 1);
      const answeredAt = momentAt(survey_answered_at, row);
      const verdict = answeredAt <= last ? (columns.satisfied[row] ?? -1) : -1;
      if (verdict >= 0) into[row] = (1 - verdict) * SCORES + Math.min(columns.scoreTenths[row] ?? 0, SCORES - 1);
      else into[row] = (Math.min(answeredAt, momentAt(survey_asked_at, row)) <= last ? 2 : 3) * SCORES;
    }
  },
});

const outcomeOf = (bin: number): Outcome => OUTCOMES[Math.floor(bin / SCORES)] ?? 'never surveyed';
const scoreOf = (bin: number): number => (bin % SCORES) / 10;
const answered = (bin: number) => bin < 2 * SCORES;
const scored = (bin: number) => answered(bin) && scoreOf(bin) > 0;
const asked = (bin: number) => bin < 3 * SCORES;

const shareOf = (bins: Int32Array) => ({ x: countOf(bins, (bin) => outcomeOf(bin) === 'satisfied'), n: countOf(bins, answered) });

function meanScore(bins: Int32Array): Estimate {
  const moments = { n: 0, sum: 0, squares: 0 };
  for (let bin = 0; bin < bins.length; bin++) {
    if (!scored(bin)) continue;
    moments.n += bins[bin] ?? 0;
    moments.sum += (bins[bin] ?? 0) * scoreOf(bin);
    moments.squares += (bins[bin] ?? 0) * scoreOf(bin) ** 2;
  }
  const mean = meanOf(moments, { low: 1, high: 5 });
  return mean ? { value: mean.mean, low: mean.low, high: mean.high, why: null } : { ...NOTHING, why: 'no scores, only good or bad' };
}

const WEEK = 7;

export const weekOneCsat = ({ definition }: Terms): Kpi => {
  const days = definition.definition.windows.csatDays;
  const first = days === WEEK ? 'the first week' : `the first ${days} days`;
  return {
    id: 'week-one-csat',
    name: days === WEEK ? 'Week-one CSAT' : `CSAT of the first ${days} days`,
    question: `Are customers satisfied in ${days === WEEK ? 'their first week' : `their first ${days} days`}?`,
    definition: `Share satisfied (top two of five, or the good of good and bad) of the first survey answer per handoff given within ${days} days of the won deal. Who did not answer, or was not asked, is told apart and not counted.`,
    statistic: 'Share; Wilson limits',
    unit: 'share',
    better: 'higher',
    targets: targetsOf(definition, 'week-one-csat'),
    headline: true,
    part: 'service',
    windowDays: days,
    version: definition.version,
    observe: responses(days),
    read: (bin) => ({ member: answered(bin), outcome: outcomeOf(bin), value: scored(bin) ? scoreOf(bin) : null }),
    outcomes: [
      { outcome: 'satisfied', label: 'Satisfied' },
      { outcome: 'not satisfied', label: 'Not satisfied' },
      { outcome: 'no answer', label: `Asked, no answer in ${first} (not part of the number)` },
      { outcome: 'never surveyed', label: `Not asked in ${first} (not part of the number)` },
    ],
    estimate: ({ all }) => shareEstimate(shareOf(all)),
    details: [
      {
        id: 'response-rate',
        label: `Answered, of those asked in ${first}`,
        unit: 'share',
        member: asked,
        estimate: ({ all }) => shareEstimate({ x: countOf(all, answered), n: countOf(all, asked) }),
      },
      { id: 'mean-score', label: 'Mean score of five', unit: 'points', member: scored, estimate: ({ all }) => meanScore(all) },
    ],
    change: shareChange(({ mature }) => shareOf(mature)),
    curve: null,
  };
};
