import { z } from 'zod';

/** A half-open period of won deals, in the workspace's time zone: [from, to). */
export const period = z.object({ from: z.iso.date(), to: z.iso.date() }).meta({ id: 'Period' });

/** A number and what it rests on. With nothing to measure, value is null and `why` says so: zero would be a claim. */
export const measure = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable().describe('95 % lower limit'),
    high: z.number().nullable().describe('95 % upper limit; null with a value means not bounded by the data'),
    n: z.int().min(0).describe('Handoffs the number rests on; the list behind it has exactly as many'),
    mature: z.int().min(0).describe('How many of n have had their whole window'),
    wide: z.boolean().describe('True from 5 to 29: the interval is to be read before the value'),
    why: z.string().nullable().describe('Why there is no value, in words'),
  })
  .meta({ id: 'Measure' })
  .brand<'Measure'>();

export const unit = z.enum(['days', 'hours', 'share', 'per 100 handoffs', 'points', 'of 100']).meta({ id: 'Unit' });

export const part = z.enum(['value', 'start', 'knowledge', 'service', 'whole']).meta({
  id: 'Part',
  description:
    'Of what a KPI tells. value: what the customer got and whether they stayed; start: how the handoff began; knowledge: what was passed on and promised; service: how it went since; whole: all of it',
});

export const kpi = z
  .object({
    id: z.string(),
    name: z.string(),
    question: z.string(),
    definition: z.string(),
    statistic: z.string(),
    unit,
    better: z.enum(['lower', 'higher']),
    targets: z
      .record(z.string(), z.number().nullable())
      .describe('By segment, in the unit of the KPI; `all` for segments that are not named'),
    headline: z.boolean(),
    part,
    windowDays: z.int().describe('A handoff is mature when this many days have passed since it was won'),
    version: z.int(),
  })
  .meta({ id: 'Kpi' });

/** A named count of handoffs inside a measure; `outcome` filters the list to exactly these. */
export const outcome = z.object({ outcome: z.string(), label: z.string(), count: z.int().min(0) }).meta({ id: 'Outcome' });

/** A number beside the main one: share at value by day 30, response rate, ARR-weighted churn. */
export const detail = z.object({ id: z.string(), label: z.string(), unit, measure }).meta({ id: 'Detail' });

export const limits = z
  .object({ low: z.number().nullable(), center: z.number(), high: z.number().nullable() })
  .meta({ id: 'ControlLimits' });

export const trendPoint = z
  .object({
    period,
    label: z.string(),
    measure,
    mature: z.boolean().describe('False: drawn hollow, "so far", no delta, left out of limits'),
    maturesOn: z.iso.date().nullable(),
    limits: limits.nullable().describe('From the earlier mature periods; null while there are too few'),
    outside: z.boolean().describe('A rule fires at this period'),
    restated: z
      .object({
        from: measure.describe('What the period would say had no record been corrected since it was first told'),
        on: z.iso.date().describe('The day on which the last correction that moved it was found'),
      })
      .nullable()
      .describe('Null when no correction moved it; /api/restatement names the handoffs'),
  })
  .meta({ id: 'TrendPoint' });

/** What changed, in words, and whether it is more than noise. */
export const signal = z
  .object({
    clear: z.boolean(),
    words: z.string().describe('"no clear change" unless a rule fires'),
    rule: z.string().nullable(),
    period: period.nullable(),
  })
  .meta({ id: 'Signal' });

/** One number minus another, both of which leave beside it. */
export const difference = {
  difference: z.number().nullable().describe('In the unit of the KPI, shares in points of 1; null when either side is immature or small'),
  low: z.number().nullable().describe('95 % lower limit of the difference; null with a difference means not bounded by the data'),
  high: z.number().nullable(),
  p: z
    .number()
    .nullable()
    .describe(
      'Chance of a difference at least as large where there is none, adjusted for all that are looked at together (Benjamini-Hochberg)',
    ),
  clear: z.boolean().describe('p is below 0.05'),
};

export const comparison = z
  .object({
    name: z.string().describe('What it is compared with: "previous 90 days"'),
    period: period.describe('The earlier period, or as much of it as the mature part of this one'),
    measure: measure.describe('Of that earlier period'),
    of: z
      .object({ period, measure })
      .nullable()
      .describe('While the period is immature: its mature part, which alone is compared. Null when the whole period is'),
    ...difference,
    words: z.string(),
  })
  .meta({ id: 'Comparison' });

export const group = z
  .object({
    value: z.string().nullable().describe('Null: the handoff has no value for it'),
    label: z.string(),
    measure,
    apart: z
      .object({ ...difference, words: z.string() })
      .nullable()
      .describe('Its mature handoffs against those of all other groups together; only where one KPI is asked about'),
  })
  .meta({ id: 'Group' });

export const curvePoint = z
  .object({ day: z.int(), share: z.number(), low: z.number(), high: z.number(), atRisk: z.int() })
  .meta({ id: 'CurvePoint' });

/** A change of the definitions, drawn on the trend on the day it was decided. */
export const marker = z
  .object({
    version: z.int(),
    on: z.iso.date(),
    note: z.string().nullable(),
    changes: z.array(z.string()).describe('In words: "First value target, enterprise: 60 to 45 days"'),
  })
  .meta({ id: 'Marker' });

export const kpiAnswer = z
  .object({
    kpi,
    measure,
    maturesOn: z.iso.date().nullable().describe('When the whole period will have matured; null once it has'),
    details: z.array(detail),
    outcomes: z.array(outcome).describe('They add up to n, or say in their label what they are part of'),
    signal,
    comparison: comparison.nullable(),
    trend: z.array(trendPoint),
    markers: z.array(marker).describe('Changes of the definitions within the trend that touch this KPI'),
    breakdown: z.array(group).nullable().describe('Null unless `by` was asked'),
    curve: z
      .array(curvePoint)
      .nullable()
      .describe('Cumulative incidence by step; null for KPIs that are not times, and where all KPIs are asked about at once'),
  })
  .meta({ id: 'KpiAnswer' });

/** What was asked, as it was understood: every answer repeats it. */
export const scope = z
  .object({
    period,
    asOf: z.iso.datetime(),
    knownAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('As it had been told by then, corrections since left out; null for as it is known now'),
    dataAsOf: z.iso.datetime().nullable().describe('Through when every source has been read; null before the first sync'),
    ageMinutes: z.number().nullable().describe('Age of the data at the as-of moment'),
    timeZone: z.string(),
    filters: z.array(z.object({ dimension: z.string(), values: z.array(z.string()) })),
    by: z.string().nullable(),
    interval: z.enum(['week', 'month', 'quarter']),
    currency: z.string(),
    sample: z.boolean(),
    definition: z.int().describe('Version by which it was counted'),
    note: z.string().nullable().describe('Why these numbers are not wholly by that version; null when they are'),
    time: z.enum(['wall', 'working']).describe('How hours were counted'),
  })
  .meta({ id: 'Scope' });

export const kpiAnswers = z.object({ scope, handoffs: z.int(), kpis: z.array(kpiAnswer) }).meta({ id: 'KpiAnswers' });
export const oneKpiAnswer = z.object({ scope, answer: kpiAnswer }).meta({ id: 'OneKpiAnswer' });

/** One or many of the same query key. */
const many = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(300)).max(50),
);

/** What every question about handoffs can be asked with. */
export const scopeQuery = z.object({
  from: z.iso.date().optional().describe('First day of won deals; default twelve months before `to`'),
  to: z.iso.date().optional().describe('Day after the last; default the day after the as-of day'),
  asOf: z.iso.datetime({ offset: true }).optional().describe('Default now; never in the future'),
  knownAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read'),
  filter: many.describe(
    '"dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value',
  ),
  definition: z.coerce.number().int().min(1).max(1_000_000).optional().describe('Version to count by; default the newest'),
  time: z.enum(['wall', 'working']).default('wall').describe('Count hours on the wall clock, or only those of the working calendar'),
});

export const kpiQuery = scopeQuery.extend({
  by: z.string().max(100).optional().describe('A dimension to break down by'),
  interval: z.enum(['week', 'month', 'quarter']).default('month'),
  compare: z.enum(['previous', 'year', 'none']).default('previous'),
  trendFrom: z.iso.date().optional().describe('First day of the trend; default 24 months before `to`'),
});

export type Measure = z.infer<typeof measure>;
export type KpiAnswer = z.infer<typeof kpiAnswer>;
export type Scope = z.infer<typeof scope>;
export type Unit = z.infer<typeof unit>;
export type Part = z.infer<typeof part>;

/** The handoffs behind a number; everything else as for the number itself. */
export const listQuery = scopeQuery.extend({
  outcome: z.string().max(100).optional().describe('Only those that ended this way; default all that the number rests on'),
  after: z.string().max(500).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const listedHandoff = z
  .object({
    id: z.string(),
    name: z.string(),
    account: z.string(),
    wonAt: z.iso.datetime(),
    segment: z.string(),
    owner: z.string().nullable(),
    csm: z.string().nullable(),
    amount: z.number().nullable(),
    currency: z.string().nullable(),
    outcome: z.string(),
    label: z.string().describe('The outcome in words'),
    value: z.number().nullable().describe('Its own number: days so far or until the event, episodes, score; null when it has none'),
    mature: z.boolean(),
  })
  .meta({ id: 'ListedHandoff' });

export const handoffList = z
  .object({
    scope,
    kpi,
    total: z.int().min(0).describe('As many as the number says'),
    next: z.string().nullable().describe('Ask with `after` for the page that follows; null on the last'),
    items: z.array(listedHandoff),
  })
  .meta({ id: 'HandoffList' });

export const dimension = z
  .object({
    name: z.string(),
    label: z.string(),
    values: z.array(z.object({ value: z.string().nullable(), label: z.string(), count: z.int().min(0) })),
    more: z.int().min(0).describe('How many values are left out, the rarest'),
  })
  .meta({ id: 'Dimension' });

export const dimensions = z.object({ scope, dimensions: z.array(dimension) }).meta({ id: 'Dimensions' });
