import { z } from 'zod';
import { evidenceRecord } from '../handoff/handoff.schema.js';
import { measure, period, scope, scopeQuery, unit } from '../kpi/kpi.schema.js';

export const restatementQuery = scopeQuery.extend({
  kpi: z.string().max(100).optional().describe('Only what moved this KPI; default any'),
  interval: z.enum(['week', 'month', 'quarter']).default('month').describe('Of the periods in which the handoffs were won'),
  after: z.string().max(40).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(20).default(5).describe('Findings on a page'),
});

export const restatedHandoff = z
  .object({
    id: z.string(),
    name: z.string(),
    account: z.string(),
    wonAt: z.iso.datetime(),
    changes: z.array(
      z.object({
        words: z.string().describe('"Left on 3 March 2026 instead of never"'),
        record: evidenceRecord.nullable().describe('That says so; null where no record stands behind it any more'),
      }),
    ),
  })
  .meta({ id: 'RestatedHandoff' });

export const restatedKpi = z
  .object({
    id: z.string(),
    name: z.string(),
    unit,
    from: measure.describe('What the period would say without what was found'),
    to: measure.describe('What it says'),
    count: z.int().min(0).describe('How many of the handoffs moved it'),
  })
  .meta({ id: 'RestatedKpi' });

export const restatedPeriod = z
  .object({
    period,
    label: z.string(),
    kpis: z.array(restatedKpi),
    count: z.int().min(0).describe('Handoffs of the period whose past was corrected'),
    handoffs: z.array(restatedHandoff).describe('At most 50'),
  })
  .meta({ id: 'RestatedPeriod' });

export const finding = z
  .object({
    on: z.iso.date().describe('The day on which a sync found it'),
    cause: z.enum(['record', 'mapping', 'match', 'verdict', 'definition']),
    words: z.string().describe('The cause in words'),
    definition: z.int().nullable().describe('The version that told it otherwise'),
    knownUntil: z.iso.datetime().describe('What is no later had been told before'),
    count: z.int().min(0).describe('Handoffs whose past was corrected'),
    periods: z.array(restatedPeriod).describe('Only those in which a KPI moved; the latest first'),
  })
  .meta({ id: 'Finding' });

export const restatements = z
  .object({ scope, findings: z.array(finding), next: z.string().nullable().describe('Ask with `after`; null on the last page') })
  .meta({ id: 'Restatements' });

export type RestatementQuery = z.infer<typeof restatementQuery>;
export type Restatements = z.infer<typeof restatements>;
export type RestatedHandoff = z.infer<typeof restatedHandoff>;
