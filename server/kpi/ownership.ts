import { shareChange } from './change.js';
import { episodes, per100 } from './episodes.js';
import type { Kpi, Terms } from './kpi.js';
import { targetsOf } from './targets.js';
import { earlyShare, NOT_TOLD, quantileOf, readTime } from './time-estimate.js';
import { timeUntil } from './time-until.js';
import { hoursWord, workingOf } from './working-hours.js';

/** Hours that are told apart: thirty days. */
const HORIZON = 720;

export const ownership = (terms: Terms): Kpi => {
  const { definition } = terms;
  const days = definition.definition.windows.ownershipDays;
  const named = timeUntil(
    { moment: 'owner_named_at' },
    { competing: 'churned_at', horizon: HORIZON, step: 'hour', early: true, told: true, working: workingOf(terms) },
  );
  const changes = episodes('owner_change_at', days);
  return {
    id: 'ownership',
    name: 'Ownership',
    question: 'Does somebody on our side own the customer from the start?',
    definition:
      'Share of handoffs with a customer-success or implementation owner by the moment the deal was won. Known at once, so young handoffs count in full.',
    statistic: 'Share; Wilson limits',
    unit: 'share',
    better: 'higher',
    targets: targetsOf(definition, 'ownership'),
    headline: false,
    part: 'start',
    windowDays: days,
    version: definition.version,
    observe: named,
    read: readTime(named),
    outcomes: [
      { outcome: 'early', label: 'Named by the moment the deal was won' },
      { outcome: 'reached', label: 'Named later' },
      { outcome: 'waiting', label: 'Still without an owner' },
      { outcome: 'left first', label: 'Left without an owner' },
      NOT_TOLD,
    ],
    estimate: earlyShare(named),
    details: [
      {
        id: 'hours-without',
        label: `Half had an owner within so many ${hoursWord(terms)}`,
        unit: 'hours',
        estimate: quantileOf(named, 0.5),
      },
      {
        id: 'changes',
        label: `Changes of owner per 100 handoffs in ${days} days`,
        unit: 'per 100 handoffs',
        observe: changes,
        estimate: per100(changes),
      },
    ],
    change: shareChange(({ mature }) => named.early(mature)),
    curve: null,
  };
};
