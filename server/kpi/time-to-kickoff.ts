import type { Kpi, Terms } from './kpi.js';
import { timeKpi } from './time-kpi.js';

export const timeToKickoff = (terms: Terms): Kpi =>
  timeKpi(terms, {
    id: 'time-to-kickoff',
    name: 'Time to kickoff',
    question: 'How long after signing is the kickoff call held?',
    definition: 'to the kickoff call, over all handoffs. A call that is scheduled has not been held.',
    part: 'start',
    moment: 'kickoff_at',
    clock: 'kickoff',
    step: 'day',
    // 3 endings of 82 days and the early ones are the most that a byte can tell apart.
    horizon: 80,
    windowDays: 28,
    reached: 'Kickoff held',
    early: 'Held by the time the deal was won',
  });
