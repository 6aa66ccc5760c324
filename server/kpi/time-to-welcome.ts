import type { Kpi, Terms } from './kpi.js';
import { timeKpi } from './time-kpi.js';

export const timeToWelcome = (terms: Terms): Kpi =>
  timeKpi(terms, {
    id: 'time-to-welcome',
    name: 'Time to welcome',
    question: 'How soon after signing does a customer hear from us?',
    definition: 'to the first substantive message or invitation, over all handoffs.',
    part: 'start',
    moment: 'welcome_at',
    clock: 'welcome',
    step: 'hour',
    horizon: 336,
    windowDays: 7,
    reached: 'Welcomed',
    early: 'Welcomed by the time the deal was won',
  });
