import { z } from 'zod';
import { readSearch } from '../ui/read-search.js';

/** Which page of the list is open. */
export const matchSearch = readSearch({ offset: z.number().int().min(0).max(1_000_000) });

export interface MatchSearch {
  offset?: number;
  ignored?: string;
}
