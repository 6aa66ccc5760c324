import { z } from 'zod';

const count = z.int().min(0);
const fields = z.record(z.string(), z.unknown());

export const uploadId = z.uuid();
/** A plain file name: nothing of it can lead elsewhere. */
export const fileName = z
  .string()
  .max(150)
  .regex(/^[\p{L}\p{N}_][\p{L}\p{N}_ .()-]*[.](csv|tsv|txt)$/iu, 'must be a plain file name that ends in .csv, .tsv or .txt');

export const upload = z.object({ id: uploadId }).meta({ id: 'Upload' });
export const uploaded = z.object({ name: z.string(), bytes: count }).meta({ id: 'UploadedFile' });

export const guessedMapping = z
  .object({ mapping: fields, notes: z.array(z.string()).describe('What to check') })
  .meta({ id: 'GuessedMapping' });

export const importBody = z.strictObject({ mapping: fields }).meta({ id: 'ImportBody' });

export const importPreview = z
  .object({
    files: z.array(
      z.object({
        stream: z.string(),
        rowCount: count,
        newCount: count,
        changedCount: count,
        unchangedCount: count,
        goneCount: count.nullable().describe('Null: rows missing in the file stay'),
        rejectedCount: count,
        reasons: z.array(z.string()).describe('Why the first of them are refused'),
        first: z.array(z.object({ key: z.string(), facts: z.array(z.object({ table: z.string(), row: fields })) })),
      }),
    ),
  })
  .meta({ id: 'ImportPreview' });

export const importState = z
  .object({
    state: z.enum(['uploading', 'importing', 'done', 'failed']),
    sourceId: z.string().nullable(),
    lines: z.array(z.string()).describe('What became of each file'),
    error: z.string().nullable(),
  })
  .meta({ id: 'ImportState' });

export const undoable = z
  .object({ imports: z.array(z.object({ sourceId: z.string(), name: z.string(), importedAt: z.iso.datetime() })) })
  .meta({ id: 'UndoableImports' });

export const undoBody = z.strictObject({ sourceId: z.string().min(1).max(200) }).meta({ id: 'UndoBody' });

export const undone = z
  .object({ removedCount: count, restoredCount: count, changedHandoffs: count })
  .meta({ id: 'ImportUndone', description: 'Records that are gone again, those that are as they were, and handoffs that differ' });

export type ImportState = z.infer<typeof importState>;
export type ImportPreview = z.infer<typeof importPreview>;
