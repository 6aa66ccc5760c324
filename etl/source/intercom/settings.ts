import { z } from 'zod';

export const INTERCOM_REGIONS = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
} as const;

/** Values are compared as text and without regard to case: a checkbox is 'true'. */
const attributeValues = z.record(z.string(), z.array(z.string()));

export const intercomMapping = z.object({
  escalatedTags: z.array(z.string()).default(['escalated']).describe('Tags that mean an escalation'),
  escalatedTeams: z
    .array(z.string())
    .default(['Escalations'])
    .describe('Teams, by name or id: a conversation moved to one of them is escalated'),
  escalatedAttributes: attributeValues
    .default({ Severity: ['urgent'] })
    .describe('Conversation attributes and the values by which they mean an escalation'),
  repeatTags: z.array(z.string()).default(['repeated_information']).describe('Tags by which an agent reports repeated information'),
  repeatAttributes: attributeValues.default({}).describe('Conversation attributes and the values that report repeated information'),
  declaredIdAttribute: z
    .string()
    .nullable()
    .default(null)
    .describe('Company attribute that holds the id in the CRM; empty for the company id of Intercom'),
  companyDimensions: z
    .record(z.string(), z.string())
    .default({ industry: 'industry' })
    .describe('Dimensions and the company field or attribute each is read from'),
});

export const intercomSettings = z.object({
  region: z.enum(['us', 'eu', 'au']).default('us').describe('Where the workspace is hosted'),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null)
    .describe('Address of the API, where it is not that of the region'),
  pageSize: z.number().int().min(1).max(150).default(150).describe('Conversations or contacts in one page'),
  /** 10,000 a minute and app, counted in slices of 10 seconds; the headers may grant another number. */
  requestsPerTenSeconds: z.number().int().min(1).max(10_000).default(1_000).describe('Requests in any 10 seconds'),
  mapping: intercomMapping.prefault({}),
});

export const intercomCredentials = z.object({ token: z.string().min(1).describe('Access token of a private app') });

export type IntercomMapping = z.infer<typeof intercomMapping>;
export type IntercomSettings = z.infer<typeof intercomSettings>;
export type IntercomCredentials = z.infer<typeof intercomCredentials>;

export const addressOf = ({ baseUrl, region }: IntercomSettings): string => baseUrl ?? INTERCOM_REGIONS[region];
