import { z } from 'zod';
import { STATES } from './freshness.js';

const moment = z.iso.datetime();
const state = z.enum(STATES).meta({ id: 'SourceState' });

export const streamStanding = z
  .object({
    stream: z.string(),
    records: z.int().describe('Stored and not deleted in the source'),
    lastReadAt: moment.nullable().describe('When its last page was stored; null before the first'),
    readThroughAt: moment.nullable().describe('Everything it knew then has been read'),
    readCount: z.int().describe('Of the last run, as the next three'),
    expectedCount: z.int().nullable().describe('Null when the source does not say'),
    writtenCount: z.int().describe('New or changed'),
    rejectedCount: z.int(),
    goneCount: z.int().describe('Marked deleted, of the last run'),
    running: z.boolean(),
    error: z.string().nullable(),
    note: z.string().nullable().describe('Why it was left out; null when it was read'),
    standingExpectedCount: z.int().nullable().describe('What its source counted after the last run; null when it cannot say'),
    standingStoredCount: z.int().nullable().describe('What is stored of it; another number is a drift'),
  })
  .meta({ id: 'StreamStanding' });

export const sourceStanding = z
  .object({
    id: z.string(),
    kind: z.string(),
    byHand: z.boolean().describe('Read when somebody hands it over; it has no schedule'),
    name: z.string(),
    schedule: z.string().nullable().describe('Cron in the time zone of the workspace; null: by hand'),
    periodMinutes: z.int().nullable().describe('How old its data may be; null: nothing is expected'),
    state,
    words: z.string(),
    lastSuccessAt: moment.nullable(),
    readThroughAt: moment.nullable(),
    nextRunAt: moment.nullable(),
    rejectedCount: z.int().describe('Records that are not as documented, still open'),
    streams: z.array(streamStanding),
  })
  .meta({ id: 'SourceStanding' });

export const sources = z
  .object({
    state: state.describe('The worst of all sources'),
    dataAsOf: moment.nullable().describe('Through when every source has been read; null before that'),
    sources: z.array(sourceStanding),
  })
  .meta({ id: 'Sources' });

export const rejectedPage = z
  .object({
    count: z.int().describe('Of all pages'),
    rejected: z.array(
      z.object({
        stream: z.string(),
        externalId: z.string(),
        reason: z.string(),
        payload: z.unknown().describe('As it came'),
        firstReadAt: moment,
        lastReadAt: moment,
      }),
    ),
    next: z.string().nullable().describe('Ask with it as `after` for the next page; null on the last'),
  })
  .meta({ id: 'RejectedPage' });

export const rejectedQuery = z.object({
  after: z.string().max(2000).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const syncStarted = z.object({ started: z.literal(true) }).meta({ id: 'SyncStarted' });

export const cancelAsked = z.object({ asked: z.literal(true) }).meta({ id: 'CancelAsked' });

export const sourceId = z.string().min(1).max(200);

export type SourceStanding = z.infer<typeof sourceStanding>;
export type StreamStanding = z.infer<typeof streamStanding>;
export type Sources = z.infer<typeof sources>;
export type RejectedPage = z.infer<typeof rejectedPage>;
