import { DAY_SECONDS, NEVER } from '../handoff/column.js';
import { shareChange } from './change.js';
import { type Estimate, type Kpi, NOTHING, type Observation, type Terms } from './kpi.js';
import { Z95 } from './statistics/normal.js';
import { wilson } from './statistics/wilson.js';
import { targetsOf } from './targets.js';

const WEEK = 7 * DAY_SECONDS;
const OUTCOMES = ['satisfied', 'not satisfied', 'no answer', 'never surveyed'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Scores from 1 to 5 in tenths; 0 stands for an answer without a score. */
const SCORES = 51;

const responses: Observation = {
  bins: OUTCOMES.length * SCORES,
  see(columns, until, into) {
    const { won_at, survey_asked_at, survey_answered_at } = columns.moment;
    for (let row = 0; row < columns.count; row++) {
      const last = Math.min(until, (won_at[row] ?? 0) + WEEK - 1);
      const answered = survey_answered_at[row] ?? NEVER;
      const verdict = answered <= last ? (columns.satisfied[row] ?? -1) : -1;
      if (verdict >= 0) into[row] = (1 - verdict) * SCORES + Math.min(columns.scoreTenths[row] ?? 0, SCORES - 1);
      else into[row] = (Math.min(answered, survey_asked_at[row] ?? NEVER) <= last ? 2 : 3) * SCORES;
    }
  },
};

const outcomeOf = (bin: number): Outcome => OUTCOMES[Math.floor(bin / SCORES)] ?? 'never surveyed';
const scoreOf = (bin: number): number => (bin % SCORES) / 10;
const answered = (bin: number) => bin < 2 * SCORES;
const scored = (bin: number) => answered(bin) && scoreOf(bin) > 0;
const asked = (bin: number) => bin < 3 * SCORES;

function countOf(bins: Int32Array, is: (bin: number) => boolean): number {
  let count = 0;
  for (let bin = 0; bin < bins.length; bin++) if (is(bin)) count += bins[bin] ?? 0;
  return count;
}

const shareOf = (bins: Int32Array) => ({ x: countOf(bins, (bin) => outcomeOf(bin) === 'satisfied'), n: countOf(bins, answered) });

function share({ x, n }: { x: number; n: number }): Estimate {
  return n === 0 ? NOTHING : { value: x / n, ...wilson(x, n), why: null };
}

/** Mean with normal limits, held within the scale. */
function meanScore(bins: Int32Array): Estimate {
  let [n, sum, squares] = [0, 0, 0];
  for (let bin = 0; bin < bins.length; bin++) {
    if (!scored(bin)) continue;
    n += bins[bin] ?? 0;
    sum += (bins[bin] ?? 0) * scoreOf(bin);
    squares += (bins[bin] ?? 0) * scoreOf(bin) ** 2;
  }
  if (n < 2) return { ...NOTHING, why: 'no scores, only good or bad' };
  const value = sum / n;
  const reach = Z95 * Math.sqrt(Math.max(0, squares - n * value * value) / (n - 1) / n);
  return { value, low: Math.max(1, value - reach), high: Math.min(5, value + reach), why: null };
}

export const weekOneCsat = ({ definition }: Terms): Kpi => ({
  id: 'week-one-csat',
  name: 'Week-one CSAT',
  question: 'Are customers satisfied in their first week?',
  definition:
    'Share satisfied (top two of five, or the good of good and bad) of the first survey answer per handoff given within 7 days of the won deal. Who did not answer, or was not asked, is told apart and not counted.',
  statistic: 'Share; Wilson limits',
  unit: 'share',
  better: 'higher',
  targets: targetsOf(definition, 'week-one-csat'),
  headline: true,
  windowDays: 7,
  version: definition.version,
  observe: responses,
  read: (bin) => ({ member: answered(bin), outcome: outcomeOf(bin), value: scored(bin) ? scoreOf(bin) : null }),
  outcomes: [
    { outcome: 'satisfied', label: 'Satisfied' },
    { outcome: 'not satisfied', label: 'Not satisfied' },
    { outcome: 'no answer', label: 'Asked, no answer in the first week (not part of the number)' },
    { outcome: 'never surveyed', label: 'Not asked in the first week (not part of the number)' },
  ],
  estimate: ({ all }) => share(shareOf(all)),
  details: [
    {
      id: 'response-rate',
      label: 'Answered, of those asked in the first week',
      unit: 'share',
      member: asked,
      estimate: ({ all }) => share({ x: countOf(all, answered), n: countOf(all, asked) }),
    },
    { id: 'mean-score', label: 'Mean score of five', unit: 'points', member: scored, estimate: ({ all }) => meanScore(all) },
  ],
  change: shareChange(({ mature }) => shareOf(mature)),
  curve: null,
});
