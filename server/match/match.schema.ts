import { z } from 'zod';
import { MATCHED_BY_HAND } from '../../etl/warehouse/index.js';

const moment = z.iso.datetime();
const count = z.int().min(0);
const kind = z.enum(MATCHED_BY_HAND).meta({ id: 'Placeable', description: 'What can be placed by hand' });

/** Names one thing that can be placed. */
const placeable = {
  kind,
  sourceId: z.string().min(1).max(200),
  externalId: z.string().min(1).max(500),
};

const suggestion = z.object({ accountId: z.guid(), name: z.string(), why: z.string().describe('What is alike') });

export const unmatchedList = z
  .object({
    ticketCount: count.describe('Tickets of the whole list: they count in no KPI'),
    subscriptionCount: count,
    responseCount: count,
    count: count.describe('Entries of the whole list'),
    dealSources: count.describe('Sources with deals; 0: there is nothing to match with yet'),
    unmatched: z.array(
      z.object({
        ...placeable,
        sourceName: z.string(),
        name: z.string().nullable(),
        address: z.string().nullable().describe('Domain of a company, address of a person'),
        ticketCount: count,
        subscriptionCount: count,
        responseCount: count,
        latestAt: moment.nullable(),
        url: z.string().nullable().describe('Where a person sees it in its tool'),
        suggestions: z.array(suggestion).describe('Accounts of a like name, which is not enough to match by itself'),
      }),
    ),
  })
  .meta({ id: 'UnmatchedList' });

export const unmatchedQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

export const placements = z
  .object({
    count: count.describe('Of all decisions'),
    placements: z.array(
      z.object({
        ...placeable,
        sourceName: z.string(),
        name: z.string().nullable().describe('Null when its source no longer holds it'),
        accountId: z.guid().nullable().describe('Null: it stands apart, or the company it was given to is gone'),
        accountName: z.string().nullable(),
        apart: z.boolean(),
        decidedAt: moment,
      }),
    ),
  })
  .meta({ id: 'Placements' });

export const placement = z.strictObject({
  ...placeable,
  accountId: z.guid().nullable().describe('Null sets it apart from every account'),
});

export const placeableQuery = z.object(placeable);

export const placed = z
  .object({ changedHandoffs: count.describe('Handoffs that are new, different or gone by it') })
  .meta({ id: 'Placed' });

export const accountSearch = z.object({
  search: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const accountsFound = z
  .object({ accounts: z.array(z.object({ id: z.guid(), name: z.string(), domain: z.string().nullable(), handoffCount: count })) })
  .meta({ id: 'AccountsFound' });

export type UnmatchedList = z.infer<typeof unmatchedList>;
export type Placements = z.infer<typeof placements>;
export type Placement = z.infer<typeof placement>;
export type AccountsFound = z.infer<typeof accountsFound>;
