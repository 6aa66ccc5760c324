import { z } from 'zod';
import { readSearch } from '../ui/read-search.js';

/** Which mail and which settings are open. */
export const reportSearch = readSearch({ mail: z.string().regex(/^[\w-]{1,64}$/), part: z.enum(['html', 'text']), edit: z.uuid() });

export interface ReportSearch {
  mail?: string;
  part?: 'html' | 'text';
  /** Id of the report whose settings are open; one that does not exist yet is a new report. */
  edit?: string;
  ignored?: string;
}
