import { z } from 'zod';
import { mappedTables } from '../mapping/mapped-table.js';

const encoding = z
  .string()
  .refine(isEncoding, 'is not an encoding; usual ones are utf-8, windows-1252 and utf-16le')
  .describe('utf-8 when not given; windows-1252 is what Excel writes in Western Europe and America');

export const mappedFile = mappedTables({
  path: z.string().min(1).describe('Of the file, from the folder of this mapping'),
  delimiter: z.enum([',', ';', '\t', '|']).optional().describe('Found out when not given'),
  encoding: encoding.optional(),
  whole: z.boolean().optional().describe('The file is complete: what was imported of it before and is not in it any more is gone'),
});

export type MappedFile = z.infer<typeof mappedFile>;

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
