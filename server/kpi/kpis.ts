import { churn90d } from './churn-90d.js';
import { escalations } from './escalations.js';
import type { Kpi } from './kpi.js';
import { repeatInformation } from './repeat-information.js';
import { timeToFirstValue } from './time-to-first-value.js';
import { weekOneCsat } from './week-one-csat.js';

/** Every KPI, in the order they are shown. A new one is a file and a line here. */
export const KPIS: readonly Kpi[] = [timeToFirstValue, weekOneCsat, churn90d, repeatInformation, escalations];
