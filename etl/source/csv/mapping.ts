import { z } from 'zod';
import { missingColumn } from '../mapping/missing-column.js';
import { currency, timeZone } from '../mapping/terms.js';
import { mappedFile } from './mapping-file.js';

/** What a set of CSV files says, and how it is written. Its JSON schema is docs/mapping.schema.json. */
export const mapping = z
  .strictObject({
    $schema: z.string().optional(),
    name: z.string().min(1).max(60).describe('Of the source, as Baton shows it; the same name imports into the same source'),
    timeZone,
    exportedAt: z.iso
      .datetime({ offset: true, error: 'must be a time with its zone, as 2026-03-31T09:00:00Z' })
      .optional()
      .describe('When the files were exported: nothing is claimed about later. The time of the oldest file when not given'),
    currency,
    files: z.array(mappedFile).min(1),
  })
  .superRefine(({ files }, context) => {
    for (const [index, file] of files.entries()) {
      const missing = missingColumn(file, files);
      if (missing) context.addIssue({ code: 'custom', path: ['files', index, 'columns'], message: missing });
    }
  });

export type Mapping = z.infer<typeof mapping>;
