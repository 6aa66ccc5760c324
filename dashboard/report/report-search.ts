import { z } from 'zod';
import { readSearch } from '../ui/read-search.js';

/** Which mail is open. */
export const reportSearch = readSearch({ mail: z.string().regex(/^[\w-]{1,64}$/), part: z.enum(['html', 'text']) });

export interface ReportSearch {
  mail?: string;
  part?: 'html' | 'text';
  ignored?: string;
}
