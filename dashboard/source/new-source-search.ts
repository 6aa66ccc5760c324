import { z } from 'zod';
import { readSearch } from '../ui/read-search.js';

/** Which kind of source is being connected. */
export const newSourceSearch = readSearch({ kind: z.string().regex(/^[\w-]{1,50}$/) });
