import { z } from 'zod';
import { scopeQuery } from '../kpi/kpi.schema.js';

export const exportQuery = scopeQuery.extend({
  format: z.enum(['arrow', 'csv']).describe('An Arrow IPC stream, or CSV'),
  kpi: z.string().max(100).optional().describe('Only the handoffs behind this number; default all'),
  outcome: z.string().max(100).optional().describe('With `kpi`: only those that ended this way'),
  bom: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('With CSV: begin with a byte order mark, which older spreadsheets need to see that it is UTF-8'),
});

export type ExportQuery = z.infer<typeof exportQuery>;
