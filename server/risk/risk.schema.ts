import { z } from 'zod';
import { clockReading, evidenceRecord, known, pageQuery } from '../handoff/handoff.schema.js';
import { measure, scopeQuery } from '../kpi/kpi.schema.js';
import { ORDERS } from './order.js';
import { REASON_KINDS } from './reason.js';

const { asOf, filter, definition, time } = scopeQuery.shape;

export const riskQuery = pageQuery.extend({
  asOf,
  filter,
  definition,
  time,
  csm: z.string().max(300).optional().describe('Name of a CSM; empty for handoffs without one'),
  sort: z.enum(ORDERS).optional().describe('Default expected loss; by amount, whatever is asked, while no chance can be said'),
});

export const oneRiskQuery = z.object({ asOf, definition, time });

export const riskReason = z
  .object({
    kind: z.enum(REASON_KINDS),
    words: z.string().describe('"No kickoff call after 19 days (target 14)", "Brief has 2 of 6 sections"'),
    clock: clockReading.nullable().describe('Null for what is no clock'),
    odds: z.number().nullable().describe('How many times the odds of churn with it, by the history; null when the history does not say'),
    record: evidenceRecord.nullable().describe('What happened; of what is missing, that since which it is: the won deal, the last contact'),
    recordLabel: z.string().nullable(),
  })
  .meta({ id: 'RiskReason' });

const basis = z.enum(['history', 'rules']).describe("history: from the workspace's own past; rules: no chance is said, and `why` says why");

export const riskChance = measure
  .extend({ basis, n: z.int().min(0).describe('Past handoffs it rests on') })
  .meta({ id: 'RiskChance', description: 'Chance that the customer leaves by the end of the churn window' });

export const riskOfOne = z.object({
  reasons: z.array(riskReason).describe('What weighs most first where the history says; else breached before at risk'),
  chance: riskChance,
  expectedLoss: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable().describe('Amount x chance'),
  coverage: z
    .object({ known: z.int(), of: z.int(), unknown: z.array(z.string()) })
    .describe('Inputs that are known; the others say nothing, good or bad'),
  next: clockReading.nullable().describe('The clock that breaks next; null when all that run have broken'),
});

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
    ...riskOfOne.shape,
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
        unmeasured: z.array(z.string()).describe('Inputs left out because no source has recorded any'),
        words: z.string(),
      })
      .describe('The rule by which handoffs are looked at'),
    basis: z
      .object({ kind: basis, pending: z.boolean().describe('The chances are still being worked out: ask again'), words: z.string() })
      .describe('What the chances and the order rest on'),
    order: z.enum(ORDERS),
    total: z.int().describe('Handoffs at risk under the filter'),
    accounts: z.int().describe('Accounts they belong to'),
    amounts: z
      .array(
        z.object({
          currency: z.string().nullable(),
          amount: z.number(),
          count: z.int(),
          expectedLoss: z.number().nullable().describe('Sum over those whose chance is known'),
          weighedCount: z.int().describe('How many those are'),
        }),
      )
      .describe('Sum at risk by currency; handoffs without an amount are in none'),
    withoutAmount: z.int(),
    csms: z.array(z.object({ name: z.string().nullable(), count: z.int() })).describe('Handoffs at risk by CSM, whatever CSM is asked for'),
    items: z.array(riskItem),
    next: z.string().nullable(),
  })
  .meta({ id: 'RiskAnswer' });

export const oneRiskAnswer = z
  .object({
    known,
    handoffId: z.string(),
    open: z.boolean().describe('False: there is nothing left that could slip, and `risk` is null'),
    listed: z.boolean().describe('It is among the accounts at risk'),
    amountAtRisk: z.number().nullable(),
    amountKind: z.enum(['arr', 'amount']).nullable(),
    currency: z.string().nullable(),
    risk: riskOfOne.meta({ id: 'RiskOfOne' }).nullable(),
  })
  .meta({ id: 'OneRiskAnswer' });

export type RiskQuery = z.infer<typeof riskQuery>;
export type OneRiskQuery = z.infer<typeof oneRiskQuery>;
export type RiskChance = z.infer<typeof riskChance>;
export type RiskReason = z.infer<typeof riskReason>;
export type RiskOfOne = z.infer<typeof riskOfOne>;
export type RiskItem = z.infer<typeof riskItem>;
export type RiskAnswer = z.infer<typeof riskAnswer>;
export type OneRiskAnswer = z.infer<typeof oneRiskAnswer>;
