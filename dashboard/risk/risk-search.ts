import { z } from 'zod';
import { readSearch } from '../ui/read-search.js';

/** Accounts at risk as they stand in the URL; an empty `csm` asks for handoffs without one. */
export const riskSearch = readSearch({ csm: z.string().max(300), asOf: z.iso.datetime({ offset: true }) });

export interface RiskSearch {
  csm?: string;
  asOf?: string;
  ignored?: string;
}
