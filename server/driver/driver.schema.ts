import { z } from 'zod';
import { difference, handoffList, kpi, listedHandoff, measure, period, scope, scopeQuery, unit } from '../kpi/kpi.schema.js';

const whyNot = z.string().nullable().describe('Why there is nothing to say; null where there is');

export const mixQuery = scopeQuery.extend({
  kpi: z.string().max(100).default('churn-90d'),
  by: z.string().max(100).default('segment').describe('The dimension whose values are the groups'),
  compare: z.enum(['previous', 'year']).default('previous'),
});

const part = z.object({
  value: z.string().nullable().describe('Null: the handoff has no value for it, or the groups that are folded'),
  label: z.string(),
  folded: z.int().min(0).describe('How many small groups stand here together; 0 for a group of its own'),
  now: measure,
  before: measure,
  shareNow: z.number().describe('Its share of the whole'),
  shareBefore: z.number(),
  mix: z.number().describe('What it adds to the difference by being more or less of the whole'),
  rate: z.number().describe('What it adds by having changed itself'),
  rateLow: z.number().nullable(),
  rateHigh: z.number().nullable(),
  total: z.number(),
});

/** Why a KPI moved: mature handoffs of the period against those of an earlier one. */
export const mixAnswer = z
  .object({
    scope,
    kpi,
    by: z.string(),
    name: z.string().describe('What it is compared with'),
    quotient: z.string().nullable().describe('What is taken apart where the KPI itself does not add up: "share by day 27"'),
    unit,
    now: z.object({ period, measure }),
    before: z.object({ period, measure }),
    why: whyNot,
    difference: z.number().nullable(),
    mix: z.number().nullable(),
    rate: z.object(difference).nullable().describe('Limits take the mix as it was'),
    parts: z.array(part).describe('All mix and rate together are the difference'),
    moved: z
      .array(listedHandoff.extend({ moved: z.number().describe('By so much the difference would be smaller without it') }))
      .describe('The handoffs of the period that moved it most in its direction'),
    words: z.string(),
  })
  .meta({ id: 'MixAnswer' });

const association = z.object({ yes: measure, no: measure, ...difference, words: z.string() }).meta({ id: 'Association' });

export const factorAnswer = z
  .object({
    scope,
    note: z.string(),
    churnDay: z.int(),
    factors: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        settledDay: z
          .int()
          .describe('Day from the won deal on which it is known; only handoffs still there are looked at, and only what came after'),
        recorded: z.boolean().describe('False when the data hold nothing of the kind'),
        places: z.object({
          yes: z.int(),
          no: z.int(),
          unknown: z.int(),
          'left before': z.int(),
          'too young': z.int(),
        }),
        churn: association.describe('Gone by the churn day'),
        value: association.describe('Median days to first value; p of the log-rank test'),
      }),
    ),
  })
  .meta({ id: 'FactorAnswer' });

export const factorListQuery = scopeQuery.extend({
  place: z.enum(['yes', 'no', 'unknown', 'left before', 'too young']).default('yes'),
  of: z.enum(['churn', 'value']).default('churn').describe('Of value: only those without it on the settled day'),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const factorList = handoffList.omit({ kpi: true }).extend({ factor: z.string() }).meta({ id: 'FactorList' });

export const peopleQuery = scopeQuery.extend({
  kpi: z.string().max(100).default('churn-90d'),
  by: z.string().max(100).default('owner'),
});

const limits = z.object({ low: z.number(), high: z.number() });

const person = z.object({
  value: z.string().nullable(),
  label: z.string(),
  measure,
  limits: limits.nullable().describe('Where 95 % of those of that size would lie were they like the whole'),
  p: z.number().nullable().describe('Exact mid-P against the whole, adjusted over all who are compared (Benjamini-Hochberg)'),
  outside: z.boolean(),
  better: z.boolean().nullable().describe('Which side of the whole; null where that cannot be said'),
  rank: z
    .object({ best: z.int(), worst: z.int() })
    .nullable()
    .describe('Between which ranks: only those whose intervals do not overlap are put in order'),
});

/** People or teams against the whole. */
export const peopleAnswer = z
  .object({
    scope,
    kpi,
    by: z.string(),
    period: period.nullable().describe('As much of the period as is mature, which alone is looked at; null when nothing is'),
    quotient: z.string().nullable(),
    unit,
    better: z.enum(['lower', 'higher']),
    whole: measure,
    people: z.array(person).describe('By their best rank, those outside their limits first among equals; no order within the same ranks'),
    funnel: z
      .array(z.object({ n: z.number(), usual: limits.describe('95 %'), far: limits.describe('99.8 %') }))
      .describe('Limits of the whole over the number of handoffs, for a drawing'),
    words: z.string(),
  })
  .meta({ id: 'PeopleAnswer' });

export type MixAnswer = z.infer<typeof mixAnswer>;
export type FactorAnswer = z.infer<typeof factorAnswer>;
export type PeopleAnswer = z.infer<typeof peopleAnswer>;
export type FactorListQuery = z.infer<typeof factorListQuery>;
