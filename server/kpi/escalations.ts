import { shareChange } from './change.js';
import { episodes, per100 } from './episodes.js';
import type { Kpi, Terms } from './kpi.js';
import { targetsOf } from './targets.js';
import { curveOf, shareBy } from './time-estimate.js';
import { timeUntil } from './time-until.js';

export const escalations = ({ definition }: Terms): Kpi => {
  const days = definition.definition.windows.escalationDays;
  const first = timeUntil({ firstOf: 'escalation_at' }, { competing: 'churned_at', horizon: days });
  const every = episodes('escalation_at', days);
  return {
    id: 'escalations',
    name: 'Escalations',
    question: `How many handoffs escalate within ${days} days?`,
    definition: `Probability of a first escalation within ${days} days of the won deal: a ticket raised to urgent, an escalation tag or field, a named tier, or an escalation task. Customers who left before count as not escalated; younger handoffs count for as long as they were seen.`,
    statistic: `Cumulative incidence at day ${days} (Aalen-Johansen), leaving competes; limits log(-log)`,
    unit: 'share',
    better: 'lower',
    targets: targetsOf(definition, 'escalations'),
    headline: true,
    part: 'service',
    windowDays: days,
    version: definition.version,
    observe: first,
    read(bin) {
      const [day, ending] = [first.day(bin), first.ending(bin)];
      const waits = ending === 'left first' ? ending : day >= days ? 'calm' : 'watched';
      return { member: true, outcome: day > days ? 'calm' : ending === 'reached' ? 'escalated' : waits, value: day > days ? null : day };
    },
    outcomes: [
      { outcome: 'escalated', label: `Escalated by day ${days}` },
      { outcome: 'calm', label: `${days} days without escalation` },
      { outcome: 'left first', label: 'Left without escalating' },
      { outcome: 'watched', label: `Not yet ${days} days old, none so far` },
    ],
    estimate: shareBy(first, days),
    details: [
      {
        id: 'per-100',
        label: `Escalations per 100 handoffs in ${days} days`,
        unit: 'per 100 handoffs',
        observe: every,
        estimate: per100(every),
      },
    ],
    change: shareChange(({ mature }) => first.share(mature)),
    curve: curveOf(first),
  };
};
