import { z } from 'zod';
import { salesforceMapping } from './mapping.js';

/** These sign people in for every org; an app asks at its own org. */
const SIGN_IN_HOSTS = ['login.salesforce.com', 'test.salesforce.com'];

const myDomain = z.url({ protocol: /^https?$/ }).refine((url) => !SIGN_IN_HOSTS.includes(new URL(url).hostname), {
  message: 'enter the My Domain address (https://acme.my.salesforce.com), not the common sign-in page',
});

export const salesforceSettings = z.object({
  baseUrl: myDomain.describe('My Domain address, for example https://acme.my.salesforce.com'),
  /** Amounts of an org with one currency come without it. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null)
    .describe('Currency of amounts, where the org has only one'),
  requestsPerSecond: z.number().int().min(1).max(100).default(20).describe('Most requests in a second'),
  dailyShare: z.number().min(0.05).max(1).default(0.9).describe("Share of the org's daily requests after which reading waits for tomorrow"),
  lookbackSeconds: z.number().int().min(0).default(600).describe('How far back each increment asks again, in seconds'),
  bulkFrom: z.number().int().min(1).default(50_000).describe('Records from which a first load goes through the Bulk API'),
  bulkPageRecords: z.number().int().min(1).max(50_000).default(5_000).describe('Records in one page of a bulk load'),
  bulkPatienceMinutes: z.number().int().min(1).default(120).describe('How long one run waits for a bulk job, in minutes'),
  rereadHours: z.number().min(1).default(24).describe('Hours between two readings of formula and roll-up fields'),
  sweepHours: z.number().min(1).default(24).describe('Hours between two searches for records deleted without a trace'),
  mapping: salesforceMapping.prefault({}),
});

export const salesforceCredentials = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('client credentials'),
    clientId: z.string().min(1).describe('Consumer key of the external client app'),
    clientSecret: z.string().min(1).describe('Consumer secret'),
  }),
  z.object({
    kind: z.literal('refresh token'),
    clientId: z.string().min(1).describe('Consumer key of the external client app'),
    /** An app may be set up to need none. */
    clientSecret: z.string().min(1).nullable().default(null).describe('Consumer secret'),
    refreshToken: z.string().min(1).describe('Refresh token'),
  }),
]);

export type SalesforceSettings = z.infer<typeof salesforceSettings>;
export type SalesforceCredentials = z.infer<typeof salesforceCredentials>;
