import { z } from 'zod';
import { many } from '../ui/read-search.js';

const INTERVALS = ['week', 'month', 'quarter'] as const;

/** What was corrected, as it stands in the URL: of one KPI, of the handoffs won in a period; of all when nothing is said. */
export const restatementShape = {
  kpi: z.string().min(1).max(100),
  from: z.iso.date(),
  to: z.iso.date(),
  interval: z.enum(INTERVALS),
  filter: many,
};

export interface RestatementSearch {
  kpi?: string;
  from?: string;
  to?: string;
  interval?: (typeof INTERVALS)[number];
  filter?: string[];
  ignored?: string;
}
