import { z } from 'zod';
import { readSearch } from '../ui/read-search.js';

export const SORTS = ['loss', 'chance', 'amount'] as const;

/** Accounts at risk as they stand in the URL; an empty `csm` asks for handoffs without one. */
export const riskSearch = readSearch({
  csm: z.string().max(300),
  sort: z.enum(SORTS),
  asOf: z.iso.datetime({ offset: true }),
});

export interface RiskSearch {
  csm?: string;
  sort?: (typeof SORTS)[number];
  asOf?: string;
  ignored?: string;
}
