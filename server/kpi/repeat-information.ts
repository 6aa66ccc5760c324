import { rateChange } from './change.js';
import { episodes, per100 } from './episodes.js';
import type { Kpi, Terms } from './kpi.js';
import { tierDetails } from './repeat-tiers.js';
import { countOf, shareEstimate } from './share-estimate.js';
import { targetsOf } from './targets.js';

const OUTCOMES = ['none', 'one', 'two or more'] as const;

export const repeatInformation = ({ definition }: Terms): Kpi => {
  const days = definition.definition.windows.repeatDays;
  const repeats = episodes('repeat_at', days);
  const oldEnough = (bin: number) => repeats.seen(bin) === days;
  return {
    id: 'repeat-information',
    name: 'Repeat information',
    question: 'How often must a customer tell us again what we knew?',
    definition: `Conversations or answers in the first ${days} days in which the customer had to say again what we knew, per 100 handoffs: reported, asked again, or inferred from their own words, each once at its strongest. Younger handoffs count for the whole days they were seen.`,
    statistic: `Episodes per exposure of ${days} days; exact Poisson limits`,
    unit: 'per 100 handoffs',
    better: 'lower',
    targets: targetsOf(definition, 'repeat-information'),
    headline: true,
    part: 'knowledge',
    windowDays: days,
    version: definition.version,
    observe: repeats,
    read: (bin) => ({ member: true, outcome: OUTCOMES[Math.min(repeats.count(bin), 2)] ?? 'none', value: repeats.count(bin) }),
    outcomes: [
      { outcome: 'none', label: 'Never had to repeat' },
      { outcome: 'one', label: 'Once' },
      { outcome: 'two or more', label: 'Twice or more' },
    ],
    estimate: per100(repeats),
    details: [
      {
        id: 'any',
        label: `Handoffs with one or more in ${days} days (those old enough)`,
        unit: 'share',
        member: oldEnough,
        estimate({ all }) {
          const n = countOf(all, oldEnough);
          const x = countOf(all, (bin) => oldEnough(bin) && repeats.count(bin) > 0);
          return { ...shareEstimate({ x, n }), why: n === 0 ? `none is ${days} days old yet` : null };
        },
      },
      ...tierDetails(days),
    ],
    change: rateChange(({ mature }) => repeats.rate(mature)),
    curve: null,
  };
};
