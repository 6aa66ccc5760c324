import { isAbsolute, normalize } from 'node:path';
import { z } from 'zod';
import { mapping } from './mapping.js';

/** Whether a path leads out of the folder of its mapping. */
export const leadsOut = (path: string): boolean => isAbsolute(path) || /^[.][.]([/\\]|$)/.test(normalize(path));

/**
 * Settings of a source of kind 'csv': its mapping, and the folder from which the paths in it go. A mapping can be changed from the
 * web and must not lead to other files of this machine; `outside` are the paths that whoever imports by hand has named.
 */
export const csvSettings = z
  .strictObject({ directory: z.string().min(1), mapping, outside: z.array(z.string()).optional() })
  .superRefine((settings, context) => {
    for (const [index, { path }] of settings.mapping.files.entries()) {
      if (leadsOut(path) && !settings.outside?.includes(path))
        context.addIssue({ code: 'custom', path: ['mapping', 'files', index, 'path'], message: 'leads out of the folder of the mapping' });
    }
  });

export type CsvSettings = z.infer<typeof csvSettings>;
