import { z } from 'zod';
import { type MappedFile, mappedFile } from './mapping-file.js';

const timeZone = z
  .string()
  .refine(isTimeZone, 'is not a time zone; write it as Europe/Berlin, America/Sao_Paulo or UTC')
  .describe('Of the dates and times that do not say theirs, as Europe/Berlin');

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
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be three letters, as EUR')
      .describe('Of amounts that do not say theirs'),
    files: z.array(mappedFile).min(1),
  })
  .superRefine(({ files }, context) => {
    for (const [index, file] of files.entries()) {
      const missing = missingIn(file, files);
      if (missing) context.addIssue({ code: 'custom', path: ['files', index, 'columns'], message: missing });
    }
  });

export type Mapping = z.infer<typeof mapping>;

/** What no single column can tell: that a row can be joined to a handoff at all. */
function missingIn(file: MappedFile, files: MappedFile[]): string | null {
  const { what } = file;
  if (what === 'deals' && !file.columns.wonAt && !files.some((other) => other.what === 'stages'))
    return 'needs wonAt: the column with the day on which a deal was won (or a file of stages)';
  if ((what === 'events' || what === 'surveys' || what === 'tasks') && !file.columns.account && !file.columns.deal && !ticketOf(file))
    return 'needs account or deal: the column that says whose row it is';
  if (what === 'surveys' && !file.columns.answeredAt && !file.columns.askedAt) return 'needs answeredAt: when the customer answered';
  return null;
}

const ticketOf = (file: MappedFile) => ('ticket' in file.columns ? file.columns.ticket : undefined);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
