import { z } from 'zod';
import { clockReading, evidenceRecord, known, pageQuery } from '../handoff/handoff.schema.js';
import { scopeQuery } from '../kpi/kpi.schema.js';

export const riskQuery = pageQuery.extend({
  asOf: scopeQuery.shape.asOf,
  filter: scopeQuery.shape.filter,
  csm: z.string().max(300).optional().describe('Name of a CSM; empty for handoffs without one'),
});

export const riskReason = z
  .object({
    clock: clockReading,
    words: z.string().describe('"No kickoff call after 19 days (target 14)"'),
    record: evidenceRecord.nullable().describe('What it has been missing since: the won deal, the last contact, the gap found'),
    recordLabel: z.string().nullable(),
  })
  .meta({ id: 'RiskReason' });

export const riskItem = z
  .object({
    handoffId: z.string(),
    handoffName: z.string(),
    accountId: z.string(),
    accountName: z.string(),
    segment: z.string(),
    wonAt: z.iso.datetime(),
    owner: z.string().nullable().describe('The sales rep'),
    csm: z.string().nullable(),
    amountAtRisk: z.number().nullable().describe('ARR where known, else the amount of the deal'),
    amountKind: z.enum(['arr', 'amount']).nullable(),
    currency: z.string().nullable(),
    reasons: z.array(riskReason).min(1).describe('Breached before at risk, then the longest target first'),
    next: clockReading.nullable().describe('The clock that breaks next; null when all that run have broken'),
  })
  .meta({ id: 'RiskItem' });

export const riskAnswer = z
  .object({
    known,
    sample: z.boolean(),
    currency: z.string().describe('Of the workspace'),
    considered: z
      .object({
        openCount: z.int().describe('Open handoffs that were looked at, under the filter'),
        wonSince: z.iso.datetime().nullable(),
        olderCount: z.int().describe('Open handoffs won before that, not looked at'),
        unmeasured: z.array(z.string()).describe('Clocks left out because no source records what stops them'),
        words: z.string(),
      })
      .describe('The rule by which handoffs are looked at'),
    total: z.int().describe('Handoffs at risk under the filter'),
    accounts: z.int().describe('Accounts they belong to'),
    amounts: z
      .array(z.object({ currency: z.string().nullable(), amount: z.number(), count: z.int() }))
      .describe('Sum at risk by currency; handoffs without an amount are in none'),
    withoutAmount: z.int(),
    csms: z.array(z.object({ name: z.string().nullable(), count: z.int() })).describe('Handoffs at risk by CSM, whatever CSM is asked for'),
    items: z.array(riskItem),
    next: z.string().nullable(),
  })
  .meta({ id: 'RiskAnswer' });

export type RiskQuery = z.infer<typeof riskQuery>;
export type RiskReason = z.infer<typeof riskReason>;
export type RiskItem = z.infer<typeof riskItem>;
export type RiskAnswer = z.infer<typeof riskAnswer>;
