import { z } from 'zod';
import { CLOCK_IDS } from '../definition/clock-id.js';

const moment = z.iso.datetime().nullable();

const asOfQuery = z.object({
  asOf: z.iso.datetime({ offset: true }).optional().describe('Default now; never in the future'),
});

export const handoffQuery = asOfQuery.extend({
  time: z
    .enum(['wall', 'working'])
    .default('wall')
    .describe('Read the clocks that are counted in hours on the wall clock, or in working hours'),
});

export const pageQuery = z.object({
  after: z.string().max(500).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Through when the answer knows: events after it are not counted, and clocks are read at it. */
export const known = z
  .object({
    asOf: z.iso.datetime(),
    dataAsOf: moment.describe('Through when every source has been read; null before the first full sync'),
    observedUntil: moment.describe('The earlier of the two; null before the first full sync'),
    timeZone: z.string(),
  })
  .meta({ id: 'Known' });

export const clockState = z
  .enum(['met', 'running', 'at risk', 'breached', 'not started', 'ended'])
  .meta({ id: 'ClockState', description: 'ended: the customer left before it stopped or ran out' });

export const clockReading = z
  .object({
    id: z.enum(CLOCK_IDS),
    name: z.string(),
    state: clockState,
    running: z.boolean().describe('It counts on; a breached clock can still run'),
    words: z.string().describe('"No kickoff call after 19 days (target 14)"'),
    stopsWhen: z.string(),
    targetHours: z.number(),
    startedAt: moment,
    dueAt: moment,
    stoppedAt: moment.describe('Present with state breached: it stopped late'),
    usedShare: z.number().nullable().describe('Of its time, 0 and up; null for a target of 0 hours or a clock not started'),
    hours: z.number().nullable().describe('From start to stop, or to the moment observed; null when not started'),
    working: z.boolean().describe('Its hours are those of the working calendar'),
  })
  .meta({ id: 'ClockReading' });

/** Where a statement comes from, and the way to see it in the source tool. */
export const evidenceRecord = z
  .object({
    sourceId: z.string(),
    sourceName: z.string(),
    kind: z.string(),
    stream: z.string(),
    recordId: z.string(),
    url: z.string().nullable().describe('Where a person sees it in the source tool; null when the source has no such page'),
    deleted: z.boolean(),
  })
  .meta({ id: 'EvidenceRecord' });

export const timelineEvent = z
  .object({
    kind: z.string(),
    label: z.string(),
    at: z.iso.datetime(),
    title: z.string().nullable(),
    detail: z.string().nullable(),
    evidence: z.string().nullable().describe("The customer's own words, where words are the evidence"),
    counted: z.boolean().describe('False: it is known, but came after all sources were read, and counts nowhere yet'),
    record: evidenceRecord,
  })
  .meta({ id: 'TimelineEvent' });

export const accountLink = z
  .object({
    record: evidenceRecord,
    externalId: z.string().describe('Of the company, in its source'),
    name: z.string().nullable(),
    reason: z.string().nullable().describe('Why it belongs to the account'),
  })
  .meta({ id: 'AccountLink' });

export const handoffAnswer = z
  .object({
    known,
    sample: z.boolean(),
    id: z.string(),
    name: z.string(),
    account: z.object({ id: z.string(), name: z.string(), domain: z.string().nullable(), links: z.array(accountLink) }),
    deal: evidenceRecord,
    wonAt: z.iso.datetime(),
    t0Source: z.string().describe("'stage history' or 'close date'"),
    segment: z.string(),
    owner: z.string().nullable().describe('The sales rep'),
    csm: z.string().nullable(),
    amount: z.number().nullable(),
    arr: z.number().nullable(),
    currency: z.string().nullable(),
    dimensions: z.record(z.string(), z.string()),
    open: z.boolean().describe('The customer is still here, and onboarding or first value is still to come'),
    moments: z.array(z.object({ name: z.string(), label: z.string(), at: moment })),
    brief: z.array(z.object({ section: z.string(), label: z.string(), filledAt: moment })),
    clocks: z.array(clockReading),
    next: clockReading.nullable().describe('The running clock that breaks first'),
    timeline: z.array(timelineEvent),
  })
  .meta({ id: 'HandoffAnswer' });

export const excludedDeal = z
  .object({
    id: z.string().describe('Source and deal'),
    name: z.string().nullable(),
    accountName: z.string().nullable(),
    wonAt: moment,
    reason: z.string(),
    record: evidenceRecord.nullable(),
  })
  .meta({ id: 'ExcludedDeal' });

export const excludedAnswer = z
  .object({
    total: z.int(),
    reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
    items: z.array(excludedDeal),
    next: z.string().nullable(),
  })
  .meta({ id: 'ExcludedAnswer' });

export type Known = z.infer<typeof known>;
export type ClockReading = z.infer<typeof clockReading>;
export type EvidenceRecord = z.infer<typeof evidenceRecord>;
export type TimelineEvent = z.infer<typeof timelineEvent>;
export type HandoffAnswer = z.infer<typeof handoffAnswer>;
export type ExcludedAnswer = z.infer<typeof excludedAnswer>;
