import { rateChange } from './change.js';
import { episodes, per100 } from './episodes.js';
import type { Kpi, Terms } from './kpi.js';
import { wilson } from './statistics/wilson.js';
import { targetsOf } from './targets.js';

const WINDOW = 42;
const repeats = episodes('repeat_at', WINDOW);
const OUTCOMES = ['none', 'one', 'two or more'] as const;

const outcomeOf = (bin: number) => OUTCOMES[Math.min(repeats.count(bin), 2)] ?? 'none';

export const repeatInformation = ({ definition }: Terms): Kpi => ({
  id: 'repeat-information',
  name: 'Repeat information',
  question: 'How often must a customer tell us again what we knew?',
  definition:
    'Conversations or answers in the first 42 days in which the customer had to say again what we knew, per 100 handoffs: reported, asked again, or inferred from their own words, each once at its strongest. Younger handoffs count for the whole days they were seen.',
  statistic: 'Episodes per exposure of 42 days; exact Poisson limits',
  unit: 'per 100 handoffs',
  better: 'lower',
  targets: targetsOf(definition, 'repeat-information'),
  headline: true,
  windowDays: WINDOW,
  version: definition.version,
  observe: repeats,
  read: (bin) => ({ member: true, outcome: outcomeOf(bin), value: repeats.count(bin) }),
  outcomes: [
    { outcome: 'none', label: 'Never had to repeat' },
    { outcome: 'one', label: 'Once' },
    { outcome: 'two or more', label: 'Twice or more' },
  ],
  estimate: per100(repeats),
  details: [
    {
      id: 'any',
      label: 'Handoffs with one or more in 42 days (those old enough)',
      unit: 'share',
      member: (bin) => repeats.seen(bin) === WINDOW,
      estimate({ all }) {
        let [x, n] = [0, 0];
        for (let bin = 0; bin < all.length; bin++) {
          if (repeats.seen(bin) < WINDOW) continue;
          n += all[bin] ?? 0;
          if (repeats.count(bin) > 0) x += all[bin] ?? 0;
        }
        return n === 0
          ? { value: null, low: null, high: null, why: 'none is 42 days old yet' }
          : { value: x / n, ...wilson(x, n), why: null };
      },
    },
  ],
  change: rateChange(({ mature }) => repeats.rate(mature)),
  curve: null,
});
