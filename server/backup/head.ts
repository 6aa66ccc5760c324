import { z } from 'zod';

/** First bytes of a backup; what follows is gzip. */
export const MAGIC = Buffer.from('BATON BACKUP\n');

/** Raised when a reader of the one before could not read the next. */
export const FORMAT = 1;

const table = z.object({ name: z.string(), columns: z.array(z.string()) });

/** How a backup begins. */
export const head = z.object({
  format: z.int(),
  baton: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  keyId: z.string(),
  tables: z.array(table),
});

/** How the rows of one table end: how many lines there were, and SHA-256 of them, hex. */
export const tableEnd = z.object({ name: z.string(), rows: z.int().min(0), sha256: z.string() });

/** How a backup ends; `sha256` is of all before it. One without it was cut off. */
export const foot = z.object({ tables: z.array(tableEnd), sha256: z.string() });

export type BackupTable = z.infer<typeof table>;
export type BackupHead = z.infer<typeof head>;
export type TableEnd = z.infer<typeof tableEnd>;
export type BackupFoot = z.infer<typeof foot>;

/** A backup that cannot be used as it is, in one sentence. */
export class BrokenBackup extends Error {}
