import { z } from 'zod';
import { mapping } from './mapping.js';

/** Settings of a source of kind 'csv': its mapping, and the folder from which the paths in it go. */
export const csvSettings = z.strictObject({ directory: z.string().min(1), mapping });

export type CsvSettings = z.infer<typeof csvSettings>;
