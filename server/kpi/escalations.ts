import { shareChange } from './change.js';
import { episodes, per100 } from './episodes.js';
import type { Kpi, Terms } from './kpi.js';
import { targetsOf } from './targets.js';
import { curveOf, shareBy, timeUntil } from './time-until.js';

const WINDOW = 90;
const first = timeUntil({ firstOf: 'escalation_at' }, { competing: 'churned_at', horizon: WINDOW });
const every = episodes('escalation_at', WINDOW);

export const escalations = ({ definition }: Terms): Kpi => ({
  id: 'escalations',
  name: 'Escalations',
  question: 'How many handoffs escalate within 90 days?',
  definition:
    'Probability of a first escalation within 90 days of the won deal: a ticket raised to urgent, an escalation tag or field, a named tier, or an escalation task. Customers who left before count as not escalated; younger handoffs count for as long as they were seen.',
  statistic: 'Cumulative incidence at day 90 (Aalen-Johansen), leaving competes; limits log(-log)',
  unit: 'share',
  better: 'lower',
  targets: targetsOf(definition, 'escalations'),
  headline: true,
  windowDays: WINDOW,
  version: definition.version,
  observe: first,
  read(bin) {
    const [day, ending] = [first.day(bin), first.ending(bin)];
    const names = { reached: 'escalated', 'left first': 'left first', waiting: day >= WINDOW ? 'calm' : 'watched' };
    return { member: true, outcome: day > WINDOW ? 'calm' : names[ending], value: day > WINDOW ? null : day };
  },
  outcomes: [
    { outcome: 'escalated', label: 'Escalated by day 90' },
    { outcome: 'calm', label: '90 days without escalation' },
    { outcome: 'left first', label: 'Left without escalating' },
    { outcome: 'watched', label: 'Not yet 90 days old, none so far' },
  ],
  estimate: shareBy(first, WINDOW),
  details: [
    { id: 'per-100', label: 'Escalations per 100 handoffs in 90 days', unit: 'per 100 handoffs', observe: every, estimate: per100(every) },
  ],
  change: shareChange(({ mature }) => first.share(mature)),
  curve: curveOf(first),
});
